import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { valueOf } from '@corroborate/base'
import { enrolMember, importInvestigation } from '@corroborate/casework'
import { insertTexts, openStore } from '@corroborate/store'
import { invented } from '../../store/testing/invented.ts'
import { costOf, percentile } from '../measure.ts'
import { deskIn, PASSPHRASE } from './desk-in.ts'
import { inventedText, vocabularies } from './invented-texts.ts'

/** The search of 1,000 hours of transcript, on the encrypted embedded store: 10 million invented words, half of them Arabic. */
const WORDS = Number(process.env.SEARCH_WORDS ?? 10_000_000)
const PER_TEXT = 10_000
const folder = mkdtempSync(join(tmpdir(), 'corroborate-bench-'))
const store = valueOf(await openStore({ kind: 'file', folder, passphrase: PASSPHRASE }))
const member = valueOf(await enrolMember(deskIn(store, 'operator'), { name: 'Reader' }))
const whole = invented({ code: 'bench', witnesses: 1, passagesEach: 1 })
valueOf(await importInvestigation(deskIn(store, member), { whole }))
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

await store.close()
// Asked by a process of its own, as a server is that did not bring the texts in: what writing left in memory is not swept up while questions are timed.
spawnSync(process.execPath, [join(import.meta.dirname, 'ask.ts'), folder], { stdio: 'inherit' })
rmSync(folder, { recursive: true })
