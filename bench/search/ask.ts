import { valueOf } from '@corroborate/base'
import { makeMemory, readSearch } from '@corroborate/casework'
import { allInvestigations, members, openStore } from '@corroborate/store'
import { against, costOf, inWords, percentile } from '../measure.ts'
import { deskIn, PASSPHRASE } from './desk-in.ts'
import { vocabularies } from './invented-texts.ts'

/** Asks the store in this folder, which the bench wrote, and tells what it took. */
const [ROUNDS, AIM_MS] = [10, 100]
const [, , folder = ''] = process.argv
const store = valueOf(await openStore({ kind: 'file', folder, passphrase: PASSPHRASE }))
const [[head], [member]] = [await allInvestigations(store.db), await members(store.db)]
if (!head || !member) throw new Error(`${folder} holds no store of the bench`)
const words = vocabularies()

const nth = (language: 'en' | 'ar', rank: number) => words[language][rank] ?? ''
/** Of each kind the dear ones: frequent words, and phrases that hold stop words. */
const QUESTIONS: Readonly<Record<string, (round: number) => string>> = {
  'one frequent word': (round) => nth('en', 9 + (round % 9)),
  'two frequent words': (round) => `prison ${nth('en', 10 + (round % 8))}`,
  'a rare word': (round) => nth('en', words.en.length - 1 - round * 97),
  'three words': (round) => `prison night ${nth('en', 100 + round)}`,
  'a phrase of stop words': () => '"that he was"',
  'a phrase': (round) => `"the prison ${nth('en', 11 + (round % 5))}"`,
  'words near each other': (round) => `"prison ${nth('en', 12 + (round % 5))}"~8`,
  'an Arabic word': (round) => nth('ar', 5 + (round % 7)),
  'an Arabic phrase': () => '"في السجن"',
  'a name in the other script': (round) => (round % 2 === 0 ? '~Hassan' : '~Osman'),
  'two names': () => '~"Hassan Ahmad"',
  'a beginning': (round) => `${nth('en', 300 + round).slice(0, 3)}*`,
  'one of two, without a third': () => 'prison OR guard -night',
}
const reader = { ...deskIn(store, member.id), memory: makeMemory() }
const narrowing = { kind: null, text: null, code: null, speaker: null, language: null }
const all: number[] = []
for (const [name, question] of Object.entries(QUESTIONS)) {
  const samples: number[] = []
  let total = 0
  for (let round = -1; round < ROUNDS; round++) {
    const asked = question(Math.abs(round))
    const { value, cpuSeconds } = await costOf(() =>
      readSearch(reader, { investigation: head.id, words: asked, narrowing, from: 0 }),
    )
    if (value?.ok !== true) throw new Error(`${asked}: ${value?.detail ?? 'nothing'}`)
    if (round >= 0) samples.push(cpuSeconds * 1000)
    total = value.value.total
  }
  all.push(...samples)
  console.log(
    `  ${name.padEnd(28)} p50 ${percentile(samples, 0.5).toFixed(1).padStart(6)} ms   p95 ${percentile(samples, 0.95).toFixed(1).padStart(6)} ms CPU   ${total} found`,
  )
}
console.log(
  `  all of them: p50 ${percentile(all, 0.5).toFixed(1)} ms, p95 ${against(AIM_MS, percentile(all, 0.95), 'ms CPU')}`,
)
console.log(`  ${inWords(await costOf(() => store.close()))}`)
