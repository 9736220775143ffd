import { readInvestigation } from '@corroborate/interchange'
import { assess } from '@corroborate/report'
import { comparisonText, findingsCompared, listsCompared, rangesCompared } from './comparison.ts'
import { trainingFolder } from './folder.ts'
import { generate } from './generate.ts'
import { DATED, SEED } from './world/seed.ts'

/** Prints what the program makes of the training investigation beside its truth; exits 1 when they part. */
const read = readInvestigation(trainingFolder(SEED))
if (!read.ok) throw new Error(read.mistakes.map((mistake) => JSON.stringify(mistake)).join('\n'))
const { investigation } = read
const { truth } = generate(SEED)
const assessment = assess(investigation, { today: DATED, software: 'training' })
const findings = findingsCompared(investigation, assessment, truth)
const ranges = rangesCompared(investigation, assessment, truth)
console.log(comparisonText(findings, ranges))
for (const line of listsCompared(investigation, truth)) console.log(line)
for (const { law, subject, detail } of assessment.breaches)
  console.log(`broken: ${law}, ${subject}: ${detail}`)
const parted = [...findings.map(({ agrees }) => agrees), ...ranges.map(({ holds }) => holds)].includes(false)
process.exitCode = parted || assessment.breaches.length > 0 ? 1 : 0
