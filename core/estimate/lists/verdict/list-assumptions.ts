import type { Assumption } from '../../parts-of-estimate.ts'
import { inAllLanguages } from '../../patterns/conventions.ts'
import type { Overlap } from '../overlap.ts'

type ListAssumption =
  | 'closed'
  | 'one-population'
  | 'linked-rightly'
  | 'reachable'
  | 'lists-on-their-own'
  | 'graphs'
  | 'classes'
  | 'strata-independent'
  | 'links-combined'
  | 'strata-lent'

/** What every answer from lists takes for granted, whoever asked; their codes begin with `lists.`, so that an author's own cannot stand in their place. */
export function assumptionsOf(study: {
  readonly overlap: Overlap
  readonly strata: number
  readonly opinions: number
  /** Completed data sets; 0 where everybody has a stratum. */
  readonly lent: number
}): readonly [Assumption, ...Assumption[]] {
  const two = study.overlap.lists.length === 2
  return [
    assumption('closed'),
    assumption('one-population'),
    assumption(study.opinions > 1 ? 'links-combined' : 'linked-rightly'),
    assumption('reachable'),
    ...(two ? [assumption('lists-on-their-own')] : [assumption('graphs'), assumption('classes')]),
    ...(study.strata > 0 ? [assumption('strata-independent')] : []),
    ...(study.lent > 0 ? [assumption('strata-lent')] : []),
  ]
}

function assumption(code: ListAssumption): Assumption {
  return { code: `lists.${code}`, words: inAllLanguages(`estimate.assumption.lists.${code}`) }
}
