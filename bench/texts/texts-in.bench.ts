import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AS_FOUND, givenFileOf, readTextFile, readTextFiles } from '@corroborate/interchange'
import { layTurns } from '@corroborate/testimony'
import { costOf, inWords } from '../measure.ts'

/** `npm run bench texts`: public hearings read and laid out as working texts, and memory over a batch of 1,000 invented files. */
const WORDS_AN_HOUR = 9_000
const folder = '../shared/testimony/hearings'
if (existsSync(folder)) {
  const files = readdirSync(folder).map((name) => givenFileOf(name, readFileSync(join(folder, name))))
  const cost = await costOf(async () => {
    let words = 0
    for (const file of files) {
      const read = await readTextFile(file)
      if (!read.ok) throw new Error(read.fault.sentence)
      words += layTurns(read.text.turns).content.split(/\s+/).length
    }
    return words
  })
  const hours = cost.value / WORDS_AN_HOUR
  console.log(
    `${files.length} hearings, ${cost.value} words, ${hours.toFixed(1)} hours at ${WORDS_AN_HOUR} words an hour: ${inWords(cost)}`,
  )
} else console.warn(`${folder} is not there: no hearings were read`)

const turn = (i: number) =>
  `[00:${String(i % 60).padStart(2, '0')}:00] ${i % 2 === 0 ? 'I' : 'W3'}: ${'word '.repeat(40)}\n`
const bytes = new TextEncoder().encode(Array.from({ length: 200 }, (_, i) => turn(i)).join(''))
const many = Array.from({ length: 1_000 }, (_, i) => givenFileOf(`${i}.txt`, bytes))
const heap: number[] = []
const batch = await costOf(async () => {
  let read = 0
  for await (const { result, index } of readTextFiles(many, () => AS_FOUND)) {
    if (result.ok) read++
    if (index % 100 === 99) heap.push(Math.round(process.memoryUsage().rss / 1e6))
  }
  return read
})
console.log(`${batch.value} files of ${Math.round(bytes.length / 1000)} kB: ${inWords(batch)}`)
console.log(`memory after each tenth: ${heap.join(', ')} MB`)
