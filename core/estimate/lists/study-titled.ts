import type { Caution } from './answer.ts'
import type { ListStudy, StratumStudied, Verdict } from './list-study.ts'
import type { Diagnosis } from './overlap/diagnosis.ts'

/** How the names of several lists are joined in what a caution says. */
const JOINTS = /(\+|, | \| )/u

/**
 * A study with its lists called by these titles, for people to read: to a reader a code says little, and in another script nothing. A
 * list without a title keeps its name. Models keep the names in which their method writes them.
 */
export function studyTitled(study: ListStudy, titles: ReadonlyMap<string, string>): ListStudy {
  const titled = (name: string) => titles.get(name) ?? name
  const told = (caution: Caution) => cautionTitled(caution, titled)
  const answered = <One extends { readonly answer: ListStudy['methods'][number]['answer'] }>(
    one: One,
  ): One =>
    one.answer.ok
      ? {
          ...one,
          answer: { ok: true, value: { ...one.answer.value, cautions: one.answer.value.cautions.map(told) } },
        }
      : one
  const stratum = (one: StratumStudied): StratumStudied => ({
    ...one,
    overlap: { ...one.overlap, lists: one.overlap.lists.map(titled) },
    methods: one.methods.map(answered),
    verdict: verdictTitled(one.verdict, told),
  })
  return {
    ...study,
    overlap: { ...study.overlap, lists: study.overlap.lists.map(titled) },
    diagnosis: diagnosisTitled(study.diagnosis, { titled, told }),
    methods: study.methods.map(answered),
    without: study.without.map(({ list, methods }) => ({
      list: titled(list),
      methods: methods.map(answered),
    })),
    supposed: study.supposed.map((one) => ({ ...one, lists: one.lists.map(titled) })),
    strata: study.strata.map(stratum),
    undivided: verdictTitled(study.undivided, told),
    verdict: verdictTitled(study.verdict, told),
  }
}

interface Naming {
  readonly titled: (name: string) => string
  readonly told: (caution: Caution) => Caution
}

function diagnosisTitled(diagnosis: Diagnosis, { titled, told }: Naming): Diagnosis {
  return {
    ...diagnosis,
    lists: diagnosis.lists.map((one) => ({ ...one, list: titled(one.list) })),
    pairs: diagnosis.pairs.map((one) => ({
      ...one,
      first: titled(one.first),
      second: titled(one.second),
    })),
    groups: diagnosis.groups.map((group) => group.map(titled)),
    cautions: diagnosis.cautions.map(told),
  }
}

function verdictTitled(verdict: Verdict, told: Naming['told']): Verdict {
  if (verdict.kind === 'interval') return { ...verdict, reasons: verdict.reasons.map(told) }
  const [first, ...others] = verdict.reasons
  return { ...verdict, reasons: [told(first), ...others.map(told)] }
}

function cautionTitled({ code, args }: Caution, titled: Naming['titled']): Caution {
  const named: Caution['args'] = Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.split(JOINTS).map(titled).join('') : value,
    ]),
  )
  return { code, args: named }
}
