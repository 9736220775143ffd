/**
 * How many acts a second a store in a file takes, each acknowledged when its row, its line of the ledger and the nodes of the tree have
 * reached the disk; and how many lines, where one act writes a thousand of them. Beside it, in the same run: how often this disk brings a
 * page to its platter, which nobody who acknowledges one by one can pass.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok, valueOf } from '@corroborate/base'
import { holdHead, openStore, together } from '@corroborate/store'
import { appendLines } from '../../casework/append-lines.ts'
import { buildHouse, recordedSource } from '../../casework/testing/house.ts'
import { costOf, type Cost } from '../measure.ts'

const [ACTS, LINES, TIMES] = [300, 1_000, 5]

const root = await mkdtemp(join(tmpdir(), 'corroborate-append-'))
try {
  const store = valueOf(await openStore({ kind: 'file', folder: join(root, 'data'), passphrase: 'invented' }))
  const { desk, investigation } = await buildHouse(store)
  const synced = await costOf(() => pagesSynced(join(root, 'pages')))
  const acts = await costOf(async () => {
    for (let i = 0; i < ACTS; i++) await recordedSource(desk, investigation, 'document')
  })
  const lines = Array.from({ length: LINES }, () => ({
    ...{
      act: 'record.received',
      subject: investigation,
      content: { random: randomBytes(100).toString('hex') },
    },
  }))
  const many = await costOf(async () => {
    for (let i = 0; i < TIMES; i++)
      await together(store.db, async (db) => {
        await holdHead(db, investigation)
        await appendLines({ ...desk, store: { db } }, { chain: investigation, actor: 'nobody', lines })
        return ok(null)
      })
  })
  console.log(`pages synced, one by one: ${rate(ACTS, synced)}`)
  console.log(`acts, one by one: ${rate(ACTS, acts)}`)
  console.log(`lines, ${LINES} in one act: ${rate(LINES * TIMES, many)}`)
  await store.close()
} finally {
  await rm(root, { recursive: true, force: true })
}

async function pagesSynced(path: string): Promise<void> {
  const file = await open(path, 'wx')
  for (let i = 0; i < ACTS; i++) {
    await file.write(Buffer.alloc(4096, 1))
    await file.sync()
  }
  await file.close()
}

function rate(count: number, { seconds, cpuSeconds }: Pick<Cost, 'seconds' | 'cpuSeconds'>): string {
  return `${(count / seconds).toFixed(0)} a second by the clock, ${((cpuSeconds / count) * 1000).toFixed(2)} ms of the processor each`
}
