import { printNumber, printRange, wordsIn, type Outcome } from '@corroborate/base'
import type { Estimate, Slip } from '@corroborate/estimate'
import type { Finding, Standing } from '@corroborate/findings'
import type { Assessment, FindingAssessed, Investigation } from '@corroborate/report'
import { say } from '@corroborate/words'

/** Each finding with its standing and each figure with its interval, as lines for a terminal. */
export function assessmentInWords(investigation: Investigation, assessment: Assessment): string {
  const findings = investigation.findings.map((finding) =>
    findingLine(finding, assessment.standings.get(finding.id)),
  )
  const estimates = investigation.estimates.flatMap((request) =>
    estimateLines(request.code, assessment.estimates.get(request.id), investigation),
  )
  return [
    wordsIn('en', investigation.title),
    wordsIn('en', investigation.notice),
    '',
    `Findings (${findings.length})`,
    ...findings,
    '',
    `How many (${investigation.estimates.length})`,
    ...estimates,
    '',
    `Contradictions (${assessment.contradictions.length})`,
    ...contradictionLines(investigation, assessment),
  ].join('\n')
}

/** The same as plain data, for other programs. */
export function assessmentAsData(investigation: Investigation, assessment: Assessment) {
  return {
    investigation: investigation.code,
    findings: investigation.findings.map((finding) => ({
      code: finding.code,
      proposition: finding.proposition,
      ...assessment.standings.get(finding.id),
    })),
    estimates: investigation.estimates.map((request) => ({
      code: request.code,
      answer: assessment.estimates.get(request.id) ?? null,
    })),
    contradictions: assessment.contradictions,
  }
}

function findingLine(finding: Finding, assessed: FindingAssessed | undefined): string {
  const standing = assessed === undefined ? '' : standingInWords(assessed.standing)
  return `  ${finding.code.padEnd(24)} ${standing}\n  ${' '.repeat(24)} ${wordsIn('en', finding.proposition)}`
}

function standingInWords(standing: Standing): string {
  const name = say('en', `standing.${standing.kind}`)
  switch (standing.kind) {
    case 'attributed':
      return `${name}; beneath it: ${standingInWords(standing.beneath)}`
    case 'contradicted':
      return `${name}; otherwise: ${standingInWords(standing.otherwise)}`
    case 'unsupported':
      return name
    case 'secondary-only':
    case 'uncorroborated':
    case 'corroborated':
    case 'strongly-corroborated':
      return `${name}, ${standing.origins.length} origin${standing.origins.length === 1 ? '' : 's'}`
  }
}

function estimateLines(
  code: string,
  answer: Outcome<Estimate> | undefined,
  investigation: Investigation,
): readonly string[] {
  if (answer === undefined) return []
  if (!answer.ok) return [`  ${code}: cannot say (${answer.reason}): ${answer.detail}`]
  const { interval, published, alternatives } = answer.value
  const { derivation, slips } = answer.value.method === 'lists' ? NOT_RECKONED : answer.value
  const atLeast = answer.value.method === 'lists' && answer.value.bound === 'at-least'
  return [
    `  ${code}`,
    ...derivation.map(
      (step) =>
        `    ${(step.period ?? '').padEnd(4)} ${step.kind.padEnd(10)} ${step.formula} = ${printRange('en', step.result)}`,
    ),
    `    minimum before rounding  ${printNumber('en', interval.min)}`,
    ...(atLeast
      ? [`    as published             at least ${printNumber('en', published.range.min)}`]
      : [
          `    maximum before rounding  ${printNumber('en', interval.max)}`,
          `    as published             ${printRange('en', published.range)}`,
        ]),
    ...alternatives.map(
      (other) =>
        `    otherwise: ${wordsIn('en', other.words)} ${printRange('en', other.interval)}; published so: ${printRange('en', other.published)}`,
    ),
    ...slips.map((slip) => `    slip: ${slipInWords(slip, investigation)}`),
  ]
}

/** An answer from lists has no lines of arithmetic. */
const NOT_RECKONED = { derivation: [], slips: [] } as const

function slipInWords(slip: Slip, investigation: Investigation): string {
  const claim = investigation.claims.find(({ id }) => id === slip.claim)
  const bound = slip.bound === 'min' ? 'minimum' : 'maximum'
  const why =
    slip.explanation === null
      ? 'no single entry explains the difference'
      : `it follows if ${slip.explanation.step}, ${printNumber('en', slip.explanation.right)}, is entered as ${printNumber('en', slip.explanation.entered)}`
  const effect = slip.changesPublished
    ? 'the published range would change'
    : 'the published range is the same'
  return `${claim?.code ?? slip.claim} gives ${printNumber('en', slip.said)} as the ${bound}, computed ${printNumber('en', slip.computed)}: ${why}; ${effect}`
}

function contradictionLines(investigation: Investigation, assessment: Assessment): readonly string[] {
  const codes = new Map(investigation.claims.map((claim) => [claim.id, claim.code]))
  return assessment.contradictions.map((found) => {
    const origin = found.sameOrigin ? 'one origin contradicts itself' : 'two origins against each other'
    const answer = found.resolution === null ? 'not answered yet' : `answered: ${found.resolution.reason}`
    return `  ${codes.get(found.first) ?? ''} against ${codes.get(found.second) ?? ''} (${found.about}; ${origin}): ${answer}`
  })
}
