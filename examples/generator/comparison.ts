import { printNumber, printRange, type Outcome } from '@corroborate/base'
import { isPatternRequest, type Estimate } from '@corroborate/estimate'
import type { Assessment, FindingAssessed, Investigation } from '@corroborate/report'
import type { Truth } from './truth.ts'

/** What the program computes of a finding beside what the truth expects of it. */
export interface FindingCompared {
  readonly code: string
  readonly computed: string
  readonly expected: string
  readonly agrees: boolean
  readonly why: string
}

export function findingsCompared(
  { findings }: Investigation,
  { standings }: Assessment,
  truth: Truth,
): readonly FindingCompared[] {
  return truth.findings.map((expected) => {
    const finding = findings.find(({ code }) => code === expected.code)
    const assessed = finding && standings.get(finding.id)
    const computed = assessed === undefined ? 'not there' : standingText(assessed)
    const wanted = inner(expected.standing, expected.inner)
    const origins = assessed && originsToLose(assessed)
    const agrees =
      computed === wanted &&
      (expected.origins === undefined || expected.origins === origins) &&
      (expected.originsAtLeast === undefined || (origins ?? 0) >= expected.originsAtLeast)
    const { code, why } = expected
    return {
      code,
      computed: withOrigins(computed, origins ?? null),
      expected: withOrigins(wanted, originsWanted(expected)),
      agrees,
      why,
    }
  })
}

/** How many origins must go before the finding falls; null when it has nothing to lose. */
function originsToLose({ robustness }: FindingAssessed): number | null {
  switch (robustness.kind) {
    case 'nothing-to-lose':
      return null
    case 'falls-without':
      return robustness.origins.length
    case 'more-than':
      return robustness.origins + 1
  }
}

function standingText({ standing }: FindingAssessed): string {
  switch (standing.kind) {
    case 'contradicted':
      return inner(standing.kind, standing.otherwise.kind)
    case 'attributed':
      return inner(standing.kind, standing.beneath.kind)
    case 'unsupported':
    case 'secondary-only':
    case 'uncorroborated':
    case 'corroborated':
    case 'strongly-corroborated':
      return standing.kind
  }
}

function inner(standing: string, beneath: string | undefined): string {
  return beneath === undefined ? standing : `${standing} (${beneath})`
}

function originsWanted({ origins, originsAtLeast }: Truth['findings'][number]): number | string | null {
  if (origins !== undefined) return origins
  return originsAtLeast === undefined ? null : `at least ${originsAtLeast}`
}

function withOrigins(standing: string, origins: number | string | null): string {
  return origins === null ? standing : `${standing}, ${origins}`
}

/** The computed range beside the true total, in all and by period. */
export interface RangeCompared {
  readonly of: string
  readonly computed: string
  readonly truth: number
  readonly holds: boolean
}

/** The estimates from patterns beside the truth; those from lists are compared apart (`listsCompared`). */
export function rangesCompared(
  { estimates }: Investigation,
  assessment: Assessment,
  truth: Truth,
): readonly RangeCompared[] {
  return estimates.filter(isPatternRequest).flatMap(({ id }) => {
    const answer = assessment.estimates.get(id)
    return answer === undefined ? [] : rangesOf(answer, truth)
  })
}

/** Each estimate from lists, from its run, beside the truth: as lines, because whether it holds is the lists' to say and not the program's. */
export function listsCompared(
  { estimates }: Investigation,
  assessment: Assessment,
  truth: Truth,
): readonly string[] {
  return estimates.flatMap((request) => {
    const answer = assessment.estimates.get(request.id)
    if (answer === undefined || isPatternRequest(request)) return []
    const told = answer.ok ? estimateText(answer.value) : `cannot say: ${answer.detail}`
    return [
      `${request.code}: ${told}; in truth ${truth.people.length} were held, of whom ${truth.total} were taken`,
    ]
  })
}

/** Of a least number only the lower end is shown: the lists carry no other. */
function estimateText({ interval, ...estimate }: Estimate): string {
  const least = estimate.method === 'lists' && estimate.bound === 'at-least'
  return least ? `at least ${printNumber('en', interval.min)}` : printRange('en', interval)
}

function rangesOf(answer: Outcome<Estimate>, truth: Truth): readonly RangeCompared[] {
  if (!answer.ok)
    return [{ of: 'in all', computed: `cannot say: ${answer.detail}`, truth: truth.total, holds: false }]
  const { published, interval } = answer.value
  const periods = answer.value.method === 'lists' ? [] : answer.value.periods
  const all = [
    { of: 'as published', range: published.range, truth: truth.total },
    { of: 'before rounding', range: interval, truth: truth.total },
    ...periods.map(({ code, total }) => ({
      of: code,
      range: total,
      truth: truth.periods.find((period) => period.code === code)?.taken ?? 0,
    })),
  ]
  return all.map(({ of, range, truth: true_ }) => ({
    of,
    computed: printRange('en', range, Number.isInteger(range.min) ? 0 : 1),
    truth: true_,
    holds: range.min <= true_ && true_ <= range.max,
  }))
}

/** Both as tables for a terminal. */
export function comparisonText(
  findings: readonly FindingCompared[],
  ranges: readonly RangeCompared[],
): string {
  const rows = [
    ['', 'finding', 'computed', 'expected'],
    ...findings.map(({ agrees, code, computed, expected }) => [agrees ? '=' : '!', code, computed, expected]),
  ]
  const numbers = [
    ['', 'people taken', 'computed', 'truth'],
    ...ranges.map(({ holds, of, computed, truth }) => [holds ? '=' : '!', of, computed, String(truth)]),
  ]
  return [
    'Invented, for training. The number after a standing is how many origins must go before it falls.',
    table(rows),
    table(numbers),
  ].join('\n\n')
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
