import type { Day } from '@corroborate/base'
import type { Place } from '@corroborate/claims'
import type { Consent, NameIndex, Purpose, Recipient } from '@corroborate/testimony'
import type { CellRule } from '../cells/cells-at-risk.ts'
import { cellFlags, type EarlierEdition } from './cell-flags.ts'
import { consentFlags } from './consent-flags.ts'
import { fewAlike } from './few-alike.ts'
import type { Flag } from './flag.ts'
import { withinOf, type KnownPerson } from './known-person.ts'
import { namesInOutput } from './names-in-output.ts'
import type { Account, OutputText, ReleaseOutput } from './release-output.ts'
import { coordinatesTooFine, timeAndPlaceTooFine } from './too-fine.ts'

/** What an output is held against. */
export interface ReleaseContext {
  /** The sealed register, opened by whoever may; null where names are not to be had, as on the server. */
  readonly names: NameIndex | null
  /** Of how many sources a sealed name, and of how many texts the words behind their tokens, could not be opened where this runs, and were not looked for. */
  readonly unopened: { readonly names: number; readonly originals: number }
  readonly consents: readonly Consent[]
  readonly recipient: Recipient
  /** What is told of a witness in our words needs their consent to one of these. */
  readonly purposes: readonly Purpose[]
  readonly on: Day
  readonly people: readonly KnownPerson[]
  readonly places: readonly Place[]
  readonly earlier: readonly EarlierEdition[]
  readonly cells: CellRule
  /** How many decimals of a degree may be shown. */
  readonly coordinateDecimals: number
  /** Whether the ledger has an entry that this record hangs on. */
  readonly recorded: (id: string) => boolean
}

/** Tenths of a degree are some eleven kilometres: a district, and no place in it. */
export const COORDINATE_DECIMALS = 1
/** From here on, words give their speaker away by how they are put. */
const MOST_QUOTED_WORDS = 25

/**
 * Everything that speaks against letting an output go, in the order of the kinds (`FLAG_KINDS`), each with its place. Pure, and made to run in the browser of
 * whoever releases: only there are the names known. Finds what it knows of; who is recognised by a turn of phrase that nobody entered is not found.
 * @see docs/methods/disclosure.md
 */
export function checkRelease(output: ReleaseOutput, context: ReleaseContext): readonly Flag[] {
  const texts = [...output.texts, ...textsOfFiles(output)]
  const { accounts } = output
  const within = withinOf(context.places)
  return [
    ...notOpened(context.unopened),
    ...(context.names === null ? [] : namesInOutput(texts, context.names)),
    ...consentFlags(accounts, context),
    ...fewAlike(accounts, { people: context.people, within }),
    ...cellFlags(output.tables, { rule: context.cells, earlier: context.earlier }),
    ...timeAndPlaceTooFine(accounts, context.places),
    ...coordinatesTooFine(texts, context.coordinateDecimals),
    ...accounts.flatMap((account) => longQuotation(account)),
    ...output.overworded.map(({ place, detail }): Flag => ({
      kind: 'worded-above-standing',
      place,
      args: { detail },
    })),
    ...output.figures
      .filter(({ withInterval }) => !withInterval)
      .map(({ place, named }): Flag => ({ kind: 'figure-without-interval', place, args: { named } })),
    ...output.records
      .filter(({ id }) => !context.recorded(id))
      .map(({ place, code }): Flag => ({ kind: 'not-in-ledger', place, args: { code } })),
    ...output.files.flatMap(({ name, hidden }) =>
      hidden.map(({ kind, at, words }): Flag => ({
        kind: 'hidden-in-file',
        place: { part: 'metadata', at: `${name}: ${at}` },
        args: { what: kind, words },
      })),
    ),
  ]
}

/** In everything that leaves, and so at no one place of it. */
function notOpened({ names, originals }: ReleaseContext['unopened']): readonly Flag[] {
  const counts = [
    { kind: 'name-not-opened', count: names },
    { kind: 'tokens-not-opened', count: originals },
  ] as const
  return counts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }): Flag => ({ kind, place: { part: 'text', at: '' }, args: { count } }))
}

/** What files hold unseen is searched for names and coordinates like everything else. */
function textsOfFiles({ files }: ReleaseOutput): readonly OutputText[] {
  return files.flatMap(({ name, hidden }) => [
    { place: { part: 'file-name' as const, at: name }, text: name },
    ...hidden.map(({ at, words }) => ({
      place: { part: 'metadata' as const, at: `${name}: ${at}` },
      text: words,
    })),
  ])
}

function longQuotation({ place, words }: Account): readonly Flag[] {
  const count = words?.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0
  if (count <= MOST_QUOTED_WORDS) return []
  return [{ kind: 'long-quotation', place, args: { count, most: MOST_QUOTED_WORDS } }]
}
