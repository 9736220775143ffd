import { wordsIn } from '@corroborate/base'
import { isPatternRequest, studyTitled, type ListEstimate } from '@corroborate/estimate'
import type { Evidence } from '../evidence.ts'

/** An estimate with its lists called by their titles in the language of the print. Lists of a table of counts are called as the table calls them. */
export function listsTitled(evidence: Evidence, estimate: ListEstimate): ListEstimate {
  return { ...estimate, study: studyTitled(estimate.study, titlesFor(evidence, estimate)) }
}

function titlesFor({ investigation, locale }: Evidence, { id }: ListEstimate): ReadonlyMap<string, string> {
  const request = investigation.estimates.find((one) => one.id === id)
  if (request === undefined || isPatternRequest(request) || request.overlap.kind === 'table') return new Map()
  return new Map(investigation.lists.map(({ code, title }) => [code, wordsIn(locale, title)]))
}
