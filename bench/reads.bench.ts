import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { valueOf } from '@corroborate/base'
import { enrolMember, importInvestigation, type Desk } from '@corroborate/casework'
import { openStore } from '@corroborate/store'
import { served } from '../apps/server/testing/served.ts'
import { invented } from '../store/testing/invented.ts'
import { costOf, inWords, percentile } from './measure.ts'

/** The desk's busiest questions, from request to the last byte of the answer, on the encrypted embedded store. */
const [ROUNDS, AIM_MS] = [60, 20]
const folder = mkdtempSync(join(tmpdir(), 'corroborate-bench-'))
const store = valueOf(await openStore({ kind: 'file', folder, passphrase: 'of a bench' }))
const deskOf = (member: Desk['member']): Desk => ({
  store,
  member,
  provedAt: Date.now(),
  clock: () => Date.now(),
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
  software: 'corroborate (bench)',
})

const member = valueOf(await enrolMember(deskOf('operator'), { name: 'Reader' }))
const whole = invented({ code: 'bench', witnesses: 100, passagesEach: 100 })
const imported = await costOf(() => importInvestigation(deskOf(member), { whole }))
valueOf(imported.value)
const { passages, claims, findings, sources, texts, reports } = whole
console.log(
  `  import of ${passages.length} passages, ${claims.length} claims, ${findings.length} findings: ${inWords(imported)}`,
)

const server = served(store)
const session = await server.signIn(member)
const at = `/api/investigations/${whole.id}`
const nth = (items: readonly { readonly id: string }[], round: number) =>
  items[(round * 37) % items.length]?.id ?? ''

/** Each asks for another record every round, so that no answer is only the last one again. */
const questions: Readonly<Record<string, (round: number) => string>> = {
  session: () => '/api/session',
  overview: () => at,
  sources: () => `${at}/sources`,
  'a source': (round) => `${at}/sources/${nth(sources, round)}`,
  'a text with its passages': (round) => `${at}/texts/${nth(texts, round)}`,
  'claims, a page': (round) => `${at}/claims?after=${claims[(round * 37) % claims.length]?.code ?? ''}`,
  'claims of a topic': () => `${at}/claims?topic=group-size`,
  'a claim': (round) => `${at}/claims/${nth(claims, round)}`,
  findings: () => `${at}/findings`,
  'a finding': (round) => `${at}/findings/${nth(findings, round)}`,
  'the report': () => `${at}/reports/${reports[0]?.id ?? ''}`,
  'the ledger, a page': (round) => `${at}/ledger?after=${round * 100}`,
}

for (const [name, path] of Object.entries(questions)) {
  const samples: number[] = []
  for (let round = -3; round < ROUNDS; round++) {
    const began = performance.now()
    const answer = await server.ask(path(Math.abs(round)), { session })
    const bytes = await answer.arrayBuffer()
    if (answer.status !== 200 || bytes.byteLength === 0) throw new Error(`${name}: ${answer.status}`)
    if (round >= 0) samples.push(performance.now() - began)
  }
  const [p50, p95] = [percentile(samples, 0.5), percentile(samples, 0.95)]
  console.log(
    `  ${name.padEnd(26)} p50 ${p50.toFixed(1).padStart(6)} ms   p95 ${p95.toFixed(1).padStart(6)} ms   ${p95 < AIM_MS ? 'within' : 'OVER'} the aim of ${AIM_MS} ms`,
  )
}
await store.close()
rmSync(folder, { recursive: true })
