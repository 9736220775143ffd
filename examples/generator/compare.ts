import { readInvestigation } from '@corroborate/interchange'
import { assess } from '@corroborate/report'
import { exampleFiles } from '../example-files.ts'
import { comparisonText, findingsCompared, listsCompared, rangesCompared } from './comparison.ts'
import { trainingFolder } from './folder.ts'
import { generate } from './generate.ts'
import { runOfLists, SOFTWARE } from './run-of-lists.ts'
import { COMMAND, DATED, SEED } from './world/seed.ts'

/** Prints what the program makes of the training investigation beside its truth, its run made anew; exits 1 when they part, or when the folder keeps another run. */
const { investigation: asked, truth } = generate(SEED)
const files = trainingFolder(SEED, [runOfLists(asked, SOFTWARE)])
const read = readInvestigation(files)
if (!read.ok) throw new Error(read.mistakes.map((mistake) => JSON.stringify(mistake)).join('\n'))
const { investigation } = read
const assessment = assess(investigation, { today: DATED, software: 'training' })
const findings = findingsCompared(investigation, assessment, truth)
const ranges = rangesCompared(investigation, assessment, truth)
console.log(comparisonText(findings, ranges))
for (const line of listsCompared(investigation, assessment, truth)) console.log(line)
const kept = exampleFiles('training')
const others = [...files.keys()].filter(
  (name) => name.startsWith('runs/') && kept.get(name) !== files.get(name),
)
for (const name of others)
  console.log(`${name}: the run made now is another than the one kept; \`${COMMAND}\` keeps this one`)
if (others.length === 0) console.log('The run made now is the one that the folder keeps, byte for byte.')
for (const { law, subject, detail } of assessment.breaches)
  console.log(`broken: ${law}, ${subject}: ${detail}`)
const parted = [...findings.map(({ agrees }) => agrees), ...ranges.map(({ holds }) => holds)].includes(false)
process.exitCode = parted || others.length > 0 || assessment.breaches.length > 0 ? 1 : 0
