import { importInvestigation } from '@corroborate/casework'
import { readInvestigation } from '@corroborate/interchange'
import type { Investigation } from '@corroborate/report'
import { deskOf } from './desk-of.ts'
import { openAskedStore, type AskedStore } from './asked-store.ts'
import type { Import } from './command-line.ts'
import { readFolder } from './folder.ts'
import { firstMember } from './first-member.ts'

/** Takes an investigation folder into the store: read and checked whole before the store is opened. */
export async function importFolder(asked: Import): Promise<number> {
  const files = await readFolder(asked.folder)
  if (!files.ok) return complain(asked.json, [files.detail], 2)
  const read = readInvestigation(files.value)
  if (!read.ok)
    return complain(
      asked.json,
      read.mistakes.map(({ sentence }) => sentence),
      2,
    )
  const opened = await openAskedStore(asked)
  if (!opened.ok) return complain(asked.json, [opened.detail], 2)
  try {
    return await takeIn(asked, opened.value, read.investigation)
  } finally {
    await opened.value.store.close()
  }
}

async function takeIn(
  asked: Import,
  { store, inWords: where }: AskedStore,
  whole: Investigation,
): Promise<number> {
  const member = await firstMember(store)
  const done = await importInvestigation(deskOf(store, member.id), { whole })
  if (!done.ok) return complain(asked.json, [done.detail], 1)
  const { sources, texts, passages, claims, findings } = whole
  const counts = { sources, texts, passages, claims, findings }
  const numbers = Object.entries(counts).map(([kind, records]) => [kind, records.length] as const)
  if (asked.json)
    console.log(JSON.stringify({ ok: true, ...done.value, ...Object.fromEntries(numbers) }, null, 2))
  else
    console.log(
      `${whole.code} is in ${where}: ${numbers.map(([kind, count]) => `${count} ${kind}`).join(', ')}.`,
    )
  return 0
}

function complain(json: boolean, sentences: readonly string[], code: 1 | 2): number {
  if (json) console.log(JSON.stringify({ ok: false, reasons: sentences }, null, 2))
  else for (const sentence of sentences) console.error(sentence)
  if (!json) console.error('Nothing was written.')
  return code
}
