import { printNumber } from '@corroborate/base'
import { readInvestigation } from '@corroborate/interchange'
import { assess, resolveReport, sentenceText } from '@corroborate/report'
import { expect, test } from 'vitest'
import { exampleFiles } from '../example-files.ts'
import { listsCompared } from './comparison.ts'
import { generate } from './generate.ts'
import { idOf } from './ids.ts'
import { runOfLists } from './run-of-lists.ts'
import { DATED, SEED } from './world/seed.ts'

const { investigation: made, truth } = generate(SEED)
const read = readInvestigation(exampleFiles('training'))
if (!read.ok) throw new Error(read.mistakes.map(({ sentence }) => sentence).join('\n'))
const { investigation } = read

// A change of the estimators or of the lists makes another run: `node examples/generator/write.ts` keeps that one.
test('the run that the folder keeps is made again from its question to the same bytes', () => {
  const [kept] = investigation.runs
  expect(investigation.runs).toHaveLength(1)
  expect(runOfLists(made, kept?.software ?? '')).toEqual(kept)
})

test('the lists carry a least number, it is in the reports of both languages, and it is not above the truth', () => {
  const assessment = assess(investigation, { today: DATED, software: 'test' })
  const [line] = listsCompared(investigation, assessment, truth)
  expect(line).toMatch(/^from-lists: at least [\d,]+; in truth \d+ were held/)
  const answer = assessment.estimates.get(idOf('estimate', 'from-lists'))
  if (answer?.ok !== true) throw new Error('no estimate')
  const { min } = answer.value.interval
  expect(min).toBeLessThanOrEqual(truth.people.length)
  const printed = { en: `at least ${printNumber('en', min)}`, ar: `${printNumber('ar', min)} على الأقل` }
  for (const report of investigation.reports) {
    const { blocks } = resolveReport(investigation, assessment, report)
    const sentences = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
    expect(sentences.map(sentenceText).join('\n')).toContain(printed[report.locale])
  }
})
