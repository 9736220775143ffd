import { derivedId, valueOf, whenFrom, type Quantity, type SourceId } from '@corroborate/base'
import type { OriginLink, Source } from '@corroborate/testimony'
import type { Basis } from '../basis.ts'
import type { Claim } from '../claim.ts'
import type { Pattern } from '../pattern.ts'

/** Invented sources and claims, named by a code; everything that a test does not speak of is plain. */
export const sourceId = (code: string): SourceId => derivedId('source', code)

export function source(code: string, kind: Source['kind'] = 'witness'): Source {
  return {
    id: sourceId(code),
    code,
    kind,
    role: kind === 'witness' ? 'former-detainee' : 'report',
    title: { en: code },
    reliability: 'F',
    credibility: 6,
  }
}

export function link(
  from: string,
  kind: OriginLink['kind'],
  to: string,
  decision: OriginLink['decision'] = 'dependent',
): OriginLink {
  return { from: sourceId(from), to: sourceId(to), kind, decision, reason: null }
}

export function basis(kind: Basis['kind'], ...chain: readonly string[]): Basis {
  return { kind, chain: chain.map(sourceId), vantage: null }
}

export function claim(code: string, by: string, rest: Partial<Claim> = {}): Claim {
  return {
    id: derivedId('claim', code),
    code,
    source: sourceId(by),
    passages: [derivedId('passage', code)],
    mode: 'state',
    topic: 'topic',
    proposition: { en: code },
    roles: [],
    when: null,
    place: null,
    quantity: null,
    pattern: null,
    basis: basis('saw'),
    certainty: 'certain',
    polarity: 'affirmed',
    coder: 'coder',
    secondCoder: null,
    status: 'accepted',
    ...rest,
  }
}

export const during = (edtf: string) => valueOf(whenFrom(edtf))

/** "20 to 50 people": each time, or in all. */
export function people(min: number, max: number, per: Quantity['per'] = 'all'): Quantity {
  return { min, max, best: null, said: `${min} to ${max}`, unit: 'people', how: 'estimated', per }
}

export function pattern(rest: Partial<Pattern>): Pattern {
  return {
    rate: null,
    weekdays: [],
    weekdayConfidence: null,
    partOfDay: null,
    window: null,
    size: null,
    exceptions: null,
    observed: 'most',
    said: '',
    ...rest,
  }
}
