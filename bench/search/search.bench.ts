import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { valueOf } from '@corroborate/base'
import { enrolMember, importInvestigation, makeMemory, readSearch, type Desk } from '@corroborate/casework'
import { insertTexts, openStore } from '@corroborate/store'
import { invented } from '../../store/testing/invented.ts'
import { against, costOf, inWords, percentile } from '../measure.ts'
import { inventedText, vocabularies } from './invented-texts.ts'

/** The search of 1,000 hours of transcript, on the encrypted embedded store: 10 million invented words, half of them Arabic. */
const WORDS = Number(process.env.SEARCH_WORDS ?? 10_000_000)
const [PER_TEXT, ROUNDS, AIM_MS] = [10_000, 10, 100]
const folder = mkdtempSync(join(tmpdir(), 'corroborate-bench-'))
const store = valueOf(await openStore({ kind: 'file', folder, passphrase: 'of a bench' }))
const deskOf = (member: Desk['member']): Desk => ({
  ...{ store, member, provedAt: Date.now(), clock: () => Date.now(), software: 'corroborate (bench)' },
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
})
const member = valueOf(await enrolMember(deskOf('operator'), { name: 'Reader' }))
const whole = invented({ code: 'bench', witnesses: 1, passagesEach: 1 })
valueOf(await importInvestigation(deskOf(member), { whole }))
const [source] = whole.sources
if (source === undefined) throw new Error('the invented investigation has no source')

const words = vocabularies()
const bytesOf = (file: string) => statSync(join(folder, file)).size
let [cpu, characters] = [0, 0]
const oneText: number[] = []
for (let nth = 0; nth < WORDS / PER_TEXT; nth++) {
  const language = nth % 2 === 0 ? 'en' : 'ar'
  const text = inventedText(source.id, { nth, words: PER_TEXT, vocabulary: words[language], language })
  characters += Buffer.byteLength(text.content)
  const cost = await costOf(() => store.db.transaction().execute((db) => insertTexts(db, whole.id, [text])))
  cpu += cost.cpuSeconds
  oneText.push(cost.cpuSeconds * 1000)
}
console.log(
  `  ${WORDS} words in texts of ${PER_TEXT}, each written and indexed in a transaction: ${cpu.toFixed(1)} CPU seconds, ${Math.round(WORDS / cpu)} words a CPU second; one text p50 ${percentile(oneText, 0.5).toFixed(0)} ms, p95 ${percentile(oneText, 0.95).toFixed(0)} ms`,
)
const { rows } = await sizes()
console.log(
  `  texts ${(characters / 1e6).toFixed(0)} MB; store ${(bytesOf('store.db') / 1e6).toFixed(0)} MB; of it ${rows}`,
)

async function sizes() {
  const posting = await store.db
    .selectFrom('search_posting')
    .select((build) => [
      build.fn.countAll<number>().as('rows'),
      build.fn.sum<number>(build.fn<number>('length', ['places'])).as('bytes'),
    ])
    .executeTakeFirstOrThrow()
  const shelves = await store.db
    .selectFrom('search_shelf')
    .select((build) => [
      build.fn.countAll<number>().as('rows'),
      build.fn.sum<number>(build.fn<number>('length', ['documents'])).as('bytes'),
    ])
    .executeTakeFirstOrThrow()
  const forms = await store.db
    .selectFrom('search_word')
    .select((build) => build.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  const mega = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
  return {
    rows: `${posting.rows} postings of ${forms.rows} forms with ${mega(posting.bytes)} in them, ${shelves.rows} shelves with ${mega(shelves.bytes)}`,
  }
}

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
const reader = { ...deskOf(member), memory: makeMemory() }
const narrowing = { kind: null, text: null, code: null, speaker: null, language: null }
const all: number[] = []
for (const [name, question] of Object.entries(QUESTIONS)) {
  const samples: number[] = []
  let total = 0
  for (let round = -1; round < ROUNDS; round++) {
    const asked = question(Math.abs(round))
    const { value, cpuSeconds } = await costOf(() =>
      readSearch(reader, { investigation: whole.id, words: asked, narrowing, from: 0 }),
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
rmSync(folder, { recursive: true })
