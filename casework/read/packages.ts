import type { InvestigationId, Json } from '@corroborate/base'
import { fieldsOf, writeVerifierKey } from '@corroborate/ledger'
import { codesOfRecords, conflicts, linesOfActs, members, type Db, type LineTold } from '@corroborate/store'
import { scopeSaid } from '../package/scope-said.ts'
import { PACKAGE_MADE } from '../package/settle-package.ts'
import { PACKAGE_RECEIVED } from '../receive-package.ts'
import type { PackageMade, PackagesView } from '../shapes.ts'
import type { ProofReader } from './checkpoint.ts'
import { readingIn } from './reader.ts'
import { textSaid } from './text-said.ts'

/** Which packages were made here, of what and with what withheld, and which were taken in? */
export function readPackages(
  { signing, ...reader }: ProofReader,
  investigation: InvestigationId,
): Promise<PackagesView | null> {
  return readingIn(reader, investigation, async (db) => {
    const names = new Map<string, string>((await members(db)).map(({ id, name }) => [id, name]))
    const named = (line: LineTold) => ({
      at: line.entry.time,
      by: names.get(line.entry.actor) ?? line.entry.actor,
    })
    const made = await linesOfActs(db, investigation, [PACKAGE_MADE])
    const received = await linesOfActs(db, investigation, [PACKAGE_RECEIVED])
    const codes = await codesAsked(db, investigation, made)
    return {
      made: made.map((line) => ({ ...named(line), ...madeOf(line, codes) })),
      received: received.map((line) => ({ ...named(line), ...receivedOf(line) })),
      key: signing && writeVerifierKey(signing.key.signerOf(investigation).key),
      open: (await conflicts(db, investigation)).filter(({ choice }) => choice === null).length,
    }
  })
}

function codesAsked(
  db: Db,
  investigation: InvestigationId,
  lines: readonly LineTold[],
): Promise<ReadonlyMap<string, string>> {
  return codesOfRecords(db, investigation, [
    ...new Set(lines.flatMap(({ content }) => scopeSaid(content).of)),
  ])
}

function madeOf(
  { entry, content }: LineTold,
  codes: ReadonlyMap<string, string>,
): Omit<PackageMade, 'at' | 'by'> {
  const said = fieldsOf(content ?? undefined) ?? {}
  const { kind, recipient, of } = scopeSaid(content)
  return {
    package: textSaid(said.package),
    sequence: entry.sequence,
    scope: kind,
    recipient,
    of: of.map((id) => codes.get(id) ?? id),
    ...{ size: countOf(said.size), bytes: countOf(said.bytes), given: countsOf(said.given) },
    withheld: Object.fromEntries(
      Object.entries(fieldsOf(said.withheld) ?? {}).map(([kind, counts]) => [kind, countsOf(counts)]),
    ),
  }
}

function receivedOf({ entry, content }: LineTold) {
  const { from, added, replaced, kept, conflicts: differing } = fieldsOf(content ?? undefined) ?? {}
  return {
    ...{ package: entry.subject, key: textSaid(fieldsOf(from)?.key) },
    ...{
      added: countOf(added),
      replaced: countOf(replaced),
      kept: countOf(kept),
      conflicts: countOf(differing),
    },
  }
}

function countOf(value: Json | undefined): number {
  return typeof value === 'number' ? value : 0
}

function countsOf(value: Json | undefined): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(fieldsOf(value) ?? {}).map(([name, count]) => [name, countOf(count)]),
  )
}
