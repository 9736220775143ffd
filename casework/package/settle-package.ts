import { jsonOf, ok, refuse, type InvestigationId, type Outcome } from '@corroborate/base'
import {
  KINDS,
  nameOfScope,
  planPackage,
  type PackagePlan,
  type PackageScope,
  type Selection,
} from '@corroborate/interchange'
import type { AboutPackage } from '@corroborate/ledger'
import {
  checkpointOfSize,
  lastEntryOtherThan,
  ledgerHead,
  type Db,
  type SignedHead,
} from '@corroborate/store'
import { DIGESTS_OF_NODE } from '@corroborate/vault'
import type { Desk } from '../desk.ts'
import type { Signing } from '../signing.ts'
import { faultOfRelease, type ReleaseFault } from '../released.ts'
import { instant } from '../time.ts'
import { exhibitSources, type ExhibitSourceFault, type FilesRead } from './exhibit-sources.ts'
import { contentOfPackage, givenInPackage, type GivenFault } from './given-in-package.ts'
import { ledgerSources, type LinesCounted } from './ledger-sources.ts'
import { linesOf } from './lines-of.ts'

export interface PackageAsked {
  readonly investigation: InvestigationId
  readonly scope: PackageScope
  readonly signing: Signing
  /** The text of the verifier that goes with every package. */
  readonly script: string
  /** From where the files of exhibits are read; null where this process has no place for them. */
  readonly files: FilesRead | null
}

export type SettleFault = GivenFault | ReleaseFault | ExhibitSourceFault | 'not-signed-yet'

/** The act that a package leaves behind; a package does not tell of itself, nor of those that were made just before it. */
export const PACKAGE_MADE = 'package.made'

/**
 * Settles what a package holds, as the investigation stands. Lines at the end of the ledger that only tell of packages are left out, so
 * that the same scope of an investigation that has not changed is the same package, byte for byte. What goes to somebody outside is refused while its check stands against it.
 */
export async function settlePackage(
  desk: Desk,
  at: { db: Db },
  asked: PackageAsked,
): Promise<Outcome<PackagePlan, SettleFault>> {
  const { investigation: id, scope, signing, script, files } = asked
  const chosen = await givenInPackage({ ...desk, store: at }, asked)
  if (!chosen.ok) return chosen
  const { whole, selection } = chosen.value
  if (scope.kind !== 'investigation') {
    const content = contentOfPackage(chosen.value, scope)
    const unreleased = await faultOfRelease(at.db, id, { output: nameOfScope(scope), content })
    if (unreleased) return unreleased
  }
  const given = selection.lines.get('exhibit-files') ?? []
  const now = instant(desk.clock())
  const exhibits = await exhibitSources(at.db, { investigation: id, given, files, now })
  if (!exhibits.ok) return exhibits
  const head = await headToShow(at.db, id, signing)
  if (!head)
    return refuse('not-signed-yet', 'something was written meanwhile, and is not signed yet: try again')
  const { sources, counted, tokens } = await ledgerSources(at, {
    investigation: id,
    head,
    selection,
  })
  const records = KINDS.map((kind) => {
    const lines = selection.lines.get(kind) ?? []
    return { name: `records/${kind}.jsonl`, read: () => linesOf(lines) }
  })
  const plan = await planPackage({
    about: aboutOf(asked, { head, counted, tokens, selection, whole }),
    ...{ title: whole.title, signedAt: head.signedAt, signer: signing.key.signerOf(id), script },
    ...{ sources: [...exhibits.value, ...sources, ...records], digests: DIGESTS_OF_NODE },
  })
  return ok(plan)
}

/** The head over all that is more than a package made, where this key has signed it. */
export async function headToShow(
  db: Db,
  id: InvestigationId,
  { key }: Pick<Signing, 'key'>,
): Promise<SignedHead | null> {
  const said = await lastEntryOtherThan(db, id, PACKAGE_MADE)
  for (const { sequence } of [said, await ledgerHead(db, id)].filter((entry) => entry !== null)) {
    const head = await checkpointOfSize(db, id, sequence)
    if (head?.origin === key.originOf(id)) return head
  }
  return null
}

function aboutOf(
  { scope, signing, investigation: id }: PackageAsked,
  found: {
    readonly head: SignedHead
    readonly counted: LinesCounted
    readonly tokens: number
    readonly selection: Selection
    readonly whole: { readonly code: string; readonly title: object; readonly nature: string }
  },
): AboutPackage {
  const { head, counted, tokens, selection, whole } = found
  const given = KINDS.map((kind) => [kind, selection.lines.get(kind)?.length ?? 0] as const)
  return {
    scope: jsonOf(scope),
    investigation: { id, code: whole.code, title: jsonOf(whole.title), nature: whole.nature },
    ledger: {
      origin: signing.key.originOf(id),
      size: head.size,
      root: Buffer.from(head.root).toString('hex'),
    },
    given: Object.fromEntries(given),
    withheld: selection.withheld,
    lines: counted,
    tokens,
  }
}
