import { whenSaid, type Quantity, type When } from '@corroborate/base'
import type { Basis, Claim, Proposal } from '@corroborate/claims'
import { missing, numberTyped, wordsOf, type DraftWords, type Faults } from '../how-many/ask/draft.ts'

/** A claim as it is being written. A pattern has a form of its own in the folder. */
export interface DraftClaim {
  readonly proposition: DraftWords
  readonly mode: Exclude<Claim['mode'], 'pattern'>
  readonly topic: string
  /** In plain words, or as EDTF. */
  readonly when: string
  readonly place: string | null
  readonly min: string
  readonly max: string
  readonly unit: string
  readonly how: Quantity['how']
  /** The words of the number; the whole passage where it is empty. */
  readonly said: string
  readonly basis: Basis['kind'] | null
  readonly certainty: Claim['certainty']
  readonly polarity: Claim['polarity']
}

export const EMPTY: DraftClaim = {
  ...{ proposition: { en: '', ar: '' }, mode: 'incident', topic: '', when: '', place: null },
  ...{
    min: '',
    max: '',
    unit: '',
    how: 'told',
    said: '',
    basis: null,
    certainty: 'certain',
    polarity: 'affirmed',
  },
}

/** What accepting a proposal writes into the draft; null for what this form has no field for. */
export function accepted(proposal: Proposal): Partial<DraftClaim> | null {
  switch (proposal.kind) {
    case 'quantity': {
      const { min, max } = proposal.value ?? { min: proposal.atLeast, max: proposal.atMost }
      const { how = 'told' } = proposal.value ?? {}
      return {
        min: String(min ?? ''),
        max: String(max ?? ''),
        unit: proposal.unit,
        how,
        said: proposal.exact,
      }
    }
    case 'time':
    case 'window':
      return { when: proposal.exact }
    case 'basis':
      return { basis: proposal.value.kind }
    case 'certainty':
      return { certainty: proposal.value }
    case 'polarity':
      return { polarity: proposal.value }
    case 'rate':
    case 'weekdays':
    case 'part-of-day':
    case 'role':
      return null
  }
}

/** The claim that a draft asks for, beside its source and passages; or what stands against it, by its field. */
export function claimOfDraft(
  draft: DraftClaim,
  exact: string,
): { readonly asked: object | null; readonly faults: Faults } {
  const proposition = wordsOf(draft.proposition)
  const time = timeOf(draft.when)
  const quantity = quantityOf(draft, exact)
  const faults: Faults = {
    proposition: proposition === null ? missing('proposition') : undefined,
    topic: draft.topic.trim() === '' ? missing('topic') : undefined,
    basis: draft.basis === null ? missing('basis') : undefined,
    when: time === 'unread' ? missing('time') : undefined,
    quantity: quantity === 'unread' ? missing('range') : undefined,
  }
  if (Object.values(faults).some((fault) => fault !== undefined)) return { asked: null, faults }
  const { mode, certainty, polarity, place, basis } = draft
  const asked = {
    ...{
      code: null,
      proposition,
      mode,
      topic: draft.topic.trim(),
      roles: [],
      place,
      quantity,
      pattern: null,
    },
    ...{ when: time, basis: { kind: basis, chain: [], vantage: null }, certainty, polarity },
  }
  return { asked, faults }
}

/** How a time in plain words is read; null where none was written. */
export function timeRead(words: string): When | null {
  const read = words.trim() === '' ? null : whenSaid(words)
  return read?.ok === true ? read.value.when : null
}

function timeOf(words: string): { readonly edtf: string; readonly said: string } | null | 'unread' {
  if (words.trim() === '') return null
  const when = timeRead(words)
  return when === null ? 'unread' : { edtf: when.edtf, said: words.trim() }
}

function quantityOf({ min, max, unit, how, said }: DraftClaim, exact: string): Quantity | null | 'unread' {
  if (min.trim() === '' && max.trim() === '') return null
  const [low, high] = [numberTyped(min), numberTyped(max.trim() === '' ? min : max)]
  if (low === null || high === null || low > high || unit.trim() === '') return 'unread'
  return { min: low, max: high, best: null, said: said || exact, unit: unit.trim(), how, per: 'all' }
}
