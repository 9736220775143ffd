import { whenSaid, type Quantity, type When, type Words } from '@corroborate/base'
import type { Basis, Claim, Pattern, Proposal, Role } from '@corroborate/claims'
import { holds } from '../api.ts'
import { missing, NO_WORDS, wordsOf, type DraftWords, type Faults } from '../how-many/ask/draft.ts'
import { draftRate, NO_PATTERN, patternTyped, rangeTyped, type DraftPattern } from './draft-pattern.ts'

/** A claim as it is being written. */
export interface DraftClaim {
  readonly proposition: DraftWords
  readonly mode: Claim['mode']
  readonly topic: string
  /** In plain words, or as EDTF; of a pattern, from when to when it recurs. */
  readonly when: string
  readonly place: string | null
  readonly min: string
  readonly max: string
  readonly unit: string
  readonly how: Quantity['how']
  readonly per: Quantity['per']
  /** The words of the number; the whole passage where it is empty. */
  readonly said: string
  readonly pattern: DraftPattern
  readonly roles: readonly DraftRole[]
  readonly basis: Basis['kind'] | null
  readonly certainty: Claim['certainty'] | null
  readonly polarity: Claim['polarity']
}

/** Somebody's part: an entry of the registers by its code, or words for somebody who is in none. */
export interface DraftRole {
  readonly part: Role['part'] | null
  readonly who: DraftWords
  readonly register: string | null
}

/** Nothing of how a witness knows, how sure they are and how they observed is supposed: a person says it. */
export const EMPTY: DraftClaim = {
  ...{ proposition: NO_WORDS, mode: 'incident', topic: '', when: '', place: null },
  ...{ min: '', max: '', unit: '', how: 'told', per: 'all', said: '' },
  ...{ pattern: NO_PATTERN, roles: [], basis: null, certainty: null, polarity: 'affirmed' },
}

/** A draft that was kept; null where it is none. */
export function claimKept(kept: unknown): DraftClaim | null {
  return holds<DraftClaim>(kept, ['proposition', 'mode', 'topic', 'when', 'pattern', 'roles', 'min', 'max'])
    ? kept
    : null
}

/** The draft with what a proposal says; what recurs makes it the claim of a pattern. */
export function accepted(draft: DraftClaim, proposal: Proposal): DraftClaim {
  switch (proposal.kind) {
    case 'quantity':
      return counted(draft, proposal)
    case 'time':
    case 'window':
      return { ...draft, when: proposal.exact }
    case 'basis':
      return { ...draft, basis: proposal.value.kind }
    case 'certainty':
      return { ...draft, certainty: proposal.value }
    case 'polarity':
      return { ...draft, polarity: proposal.value }
    case 'rate':
      return recurring(draft, draftRate(proposal.value))
    case 'weekdays':
      return recurring(draft, proposal.value)
    case 'part-of-day':
      return recurring(draft, { partOfDay: proposal.value })
    case 'role':
      return { ...draft, roles: [...draft.roles, roleSaid(proposal.exact)] }
  }
}

function counted(draft: DraftClaim, proposal: Extract<Proposal, { kind: 'quantity' }>): DraftClaim {
  const { min, max } = proposal.value ?? { min: proposal.atLeast, max: proposal.atMost }
  const { how = 'told', per = 'all' } = proposal.value ?? {}
  const bounds = { min: String(min ?? ''), max: String(max ?? '') }
  return { ...draft, ...bounds, how, per, unit: proposal.unit, said: proposal.exact }
}

function recurring(draft: DraftClaim, part: Partial<DraftPattern>): DraftClaim {
  return { ...draft, mode: 'pattern', pattern: { ...draft.pattern, ...part } }
}

/** Which part they had, a person says. */
function roleSaid(words: string): DraftRole {
  const who = /\p{Script=Arabic}/u.test(words) ? { en: '', ar: words } : { en: words, ar: '' }
  return { part: null, who, register: null }
}

/** What is sent of a time: how it was said, and how it is read. */
type TimeSent = Pick<When, 'edtf' | 'said'>

/** A claim as it is sent, beside its source and its passages. */
interface ClaimAsked extends Pick<
  Claim,
  'mode' | 'topic' | 'quantity' | 'basis' | 'certainty' | 'polarity' | 'roles'
> {
  readonly code: null
  readonly proposition: Words
  readonly place: string | null
  readonly when: TimeSent | null
  readonly pattern: (Omit<Pattern, 'window'> & { readonly window: TimeSent | null }) | null
}

/** The claim that a draft asks for; or what stands against it, by its field. */
export function claimOfDraft(
  draft: DraftClaim,
  exact: string,
): { readonly asked: ClaimAsked | null; readonly faults: Faults } {
  const { mode, polarity, place } = draft
  const read = readIn(draft, exact)
  if (!isWhole(read)) return { asked: null, faults: faultsIn(read) }
  const { proposition, topic, time, quantity, roles, recurs, basis, certainty } = read
  const size = quantity?.per === 'occasion' ? { min: quantity.min, max: quantity.max } : null
  const asked = {
    ...{ code: null, proposition, mode, topic, roles, place, quantity, certainty, polarity },
    ...(recurs === 'does-not'
      ? { when: time, pattern: null }
      : { when: null, pattern: { ...recurs, window: time, size, said: exact } }),
    basis: { kind: basis, chain: [], vantage: null },
  }
  return { asked, faults: {} }
}

function readIn(draft: DraftClaim, exact: string) {
  return {
    proposition: wordsOf(draft.proposition),
    topic: draft.topic.trim() || null,
    time: timeOf(draft.when),
    quantity: quantityOf(draft, exact),
    roles: rolesOf(draft.roles),
    recurs: recursOf(draft),
    basis: draft.basis,
    certainty: draft.certainty,
  }
}

function recursOf({ mode, pattern }: DraftClaim): ReturnType<typeof patternTyped> | 'does-not' {
  return mode === 'pattern' ? patternTyped(pattern) : 'does-not'
}

type Read = ReturnType<typeof readIn>

/** What was read where nothing is missing and nothing unread. */
interface Whole {
  readonly proposition: Words
  readonly topic: string
  readonly time: TimeSent | null
  readonly quantity: Quantity | null
  readonly roles: readonly Role[]
  readonly recurs: Exclude<Read['recurs'], 'unread' | 'unobserved'>
  readonly basis: Basis['kind']
  readonly certainty: Claim['certainty']
}

function isWhole(read: Read): read is Whole {
  return Object.values(faultsIn(read)).every((fault) => fault === undefined)
}

function faultsIn(read: Read): Faults {
  return {
    proposition: read.proposition === null ? missing('proposition') : undefined,
    topic: read.topic === null ? missing('topic') : undefined,
    basis: read.basis === null ? missing('basis') : undefined,
    certainty: read.certainty === null ? missing('certainty') : undefined,
    when: read.time === 'unread' ? missing('time') : undefined,
    quantity: read.quantity === 'unread' ? missing('range') : undefined,
    roles: read.roles === null ? missing('part') : undefined,
    pattern: read.recurs === 'unread' ? missing('rate') : undefined,
    observed: read.recurs === 'unobserved' ? missing('observed') : undefined,
  }
}

/** How a time in plain words is read; null where none was written. */
export function timeRead(words: string): When | null {
  const read = words.trim() === '' ? null : whenSaid(words)
  return read?.ok === true ? read.value.when : null
}

function timeOf(words: string): TimeSent | null | 'unread' {
  if (words.trim() === '') return null
  const when = timeRead(words)
  return when === null ? 'unread' : { edtf: when.edtf, said: words.trim() }
}

function quantityOf(draft: DraftClaim, exact: string): Quantity | null | 'unread' {
  const [range, unit] = [rangeTyped(draft.min, draft.max), draft.unit.trim()]
  if (range === null || range === 'unread') return range
  const { how, per, said } = draft
  return unit === '' ? 'unread' : { ...range, best: null, said: said || exact, unit, how, per }
}

/** Null where a part or a person is missing. */
function rolesOf(drafts: readonly DraftRole[]): readonly Role[] | null {
  const roles = drafts.flatMap(({ part, who, register }) => {
    const words = wordsOf(who)
    return part === null || words === null ? [] : [{ part, who: words, register }]
  })
  return roles.length === drafts.length ? roles : null
}
