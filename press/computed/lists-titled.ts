import { wordsIn } from '@corroborate/base'
import {
  isPatternRequest,
  type Answered,
  type Caution,
  type ListEstimate,
  type PopulationAnswer,
} from '@corroborate/estimate'
import type { Evidence } from '../evidence.ts'

/** How the names of several lists are joined in what a caution says. */
const JOINTS = /(\+|, | \| )/u

/**
 * An estimate and the reasons of its verdict with the lists called by their titles in the language of the print: to a reader a code says little, and
 * in another script nothing. Lists of a table of counts are called as the table calls them.
 */
export function listsTitled(
  evidence: Evidence,
  estimate: ListEstimate,
): { readonly estimate: ListEstimate; readonly reasons: readonly Caution[] } {
  const { study } = estimate
  const titles = titlesFor(evidence, estimate)
  const titled = (name: string) => titles.get(name) ?? name
  const told = ({ code, args }: Caution): Caution => ({ code, args: argsTitled(args, titled) })
  const answered = <One extends { readonly answer: Answered<PopulationAnswer> }>(one: One): One =>
    one.answer.ok
      ? {
          ...one,
          answer: { ok: true, value: { ...one.answer.value, cautions: one.answer.value.cautions.map(told) } },
        }
      : one
  return {
    estimate: {
      ...estimate,
      study: {
        ...study,
        overlap: { ...study.overlap, lists: study.overlap.lists.map(titled) },
        methods: study.methods.map(answered),
        without: study.without.map(({ list, methods }) => ({
          list: titled(list),
          methods: methods.map(answered),
        })),
      },
    },
    reasons: study.verdict.reasons.map(told),
  }
}

function titlesFor({ investigation, locale }: Evidence, { id }: ListEstimate): ReadonlyMap<string, string> {
  const request = investigation.estimates.find((one) => one.id === id)
  if (request === undefined || isPatternRequest(request) || request.overlap.kind === 'table') return new Map()
  return new Map(investigation.lists.map(({ code, title }) => [code, wordsIn(locale, title)]))
}

function argsTitled(args: Caution['args'], titled: (name: string) => string): Caution['args'] {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.split(JOINTS).map(titled).join('') : value,
    ]),
  )
}
