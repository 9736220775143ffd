import { parseId, refuse, type InvestigationId, type Json, type Outcome } from '@corroborate/base'
import { keyOfRecord, KINDS, readHead, type RecordKind } from '@corroborate/interchange'
import {
  fieldsOf,
  lineOf,
  verifyPackage,
  writeVerifierKey,
  type BagItem,
  type PackageFault,
  type TrustPolicy,
} from '@corroborate/ledger'
import type { InvestigationHead } from '@corroborate/store'
import { checkToken, DIGESTS_OF_NODE, SHA_256_OF_NODE } from '@corroborate/vault'
import { History, type Side } from './records-compared.ts'

/** A package of everything that was verified whole, as it is merged. Only `readPackage` makes one. */
export interface ReadPackage extends Side {
  /** Its name: SHA-256 of the first tag manifest. */
  readonly package: string
  readonly head: InvestigationHead
  /** Who signed it, and how far his ledger was. */
  readonly from: {
    readonly key: string
    readonly origin: string
    readonly size: number
    readonly root: string
  }
}

export type ReadPackageFault = PackageFault | 'only-a-part'

/**
 * Verifies a package and keeps its records: whatever is wrong with it refuses all of it. A package of a part is refused: nobody could tell
 * what is missing from what was taken away.
 * @param policy the keys of those from whom packages are taken: a key that lies in the package proves nothing
 */
export async function readPackage(
  items: AsyncIterable<BagItem>,
  policy: TrustPolicy,
): Promise<Outcome<ReadPackage, ReadPackageFault>> {
  const lines = new Map<RecordKind, Map<string, string>>()
  const history = new History()
  const heads: Json[] = []
  const verified = await verifyPackage(items, {
    ...{ policy, against: null, digests: DIGESTS_OF_NODE, sha256: SHA_256_OF_NODE, tokens: checkToken(null) },
    onRecord: (kind, line) => {
      const known = KINDS.find((one) => one === kind)
      const record = fieldsOf(lineOf(line))
      if (known === undefined || record === null) return
      lines.set(known, (lines.get(known) ?? new Map<string, string>()).set(keyOfRecord(record), line))
    },
    onContent: (content) => {
      history.take(content)
      if (fieldsOf(content)?.thresholds !== undefined) heads.push(content)
    },
  })
  if (!verified.ok) return verified
  const { about, id, key } = verified.value
  if (fieldsOf(about.scope)?.kind !== 'investigation')
    return refuse(
      'only-a-part',
      'This package is of a part of an investigation. Only a package of everything can be taken in.',
    )
  const investigation = parseId<'investigation'>(about.investigation.id)
  const head = investigation && headIn(heads, investigation)
  if (!head) return refuse('malformed-package', 'the ledger of the package does not say what was opened')
  const from = { key: writeVerifierKey(key), ...about.ledger }
  return { ok: true, value: { package: id, head, from, lines, history } }
}

/** What the investigation was last said to be. */
function headIn(contents: readonly Json[], id: InvestigationId): InvestigationHead | null {
  const said = contents.findLast((content) => fieldsOf(content)?.id === id)
  const head = said === undefined ? null : readHead(said)
  return head && { id, ...head }
}
