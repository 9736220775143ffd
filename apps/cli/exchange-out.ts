import { writeFile } from 'node:fs/promises'
import { giveWorkOut, writtenOut } from '@corroborate/casework'
import { readInvestigation } from '@corroborate/interchange'
import { letOut } from '@corroborate/report'
import { openAskedStore } from './asked-store.ts'
import { deskOf } from './desk-of.ts'
import type { ExchangeOutAsked } from './exchange-command-line.ts'
import { complain, inCounts } from './exchange-said.ts'
import { firstMember } from './first-member.ts'
import { investigationNamed } from './investigation-named.ts'
import { readFolder } from './folder.ts'

/** Writes work for other programs, without what witnesses have not let out: of a folder, or of the store, where it is entered in the ledger. */
export function exchangeOut(asked: ExchangeOutAsked): Promise<number> {
  const { from } = asked
  return 'folder' in from ? folderOut(asked, from.folder) : storeOut(asked, from.investigation)
}

/** How much is withheld is said. A folder holds no codes. */
async function folderOut(asked: ExchangeOutAsked, folder: string): Promise<number> {
  const files = await readFolder(folder)
  if (!files.ok) return complain(asked.json, [files.detail])
  const read = readInvestigation(files.value)
  if (!read.ok)
    return complain(
      asked.json,
      read.mistakes.map(({ sentence }) => sentence),
    )
  const { purpose, recipient } = asked
  const on = new Date().toISOString().slice(0, 10)
  const { investigation, withheld } = letOut(read.investigation, { purpose, recipient, on })
  const written = writtenOut({ ...investigation, codes: [], codings: [] }, asked)
  if (!written.ok) return complain(asked.json, [written.detail])
  await writeFile(asked.out, written.value)
  const { texts, passages, claims } = investigation
  const counts = { texts: texts.length, passages: passages.length, claims: claims.length }
  if (asked.json) console.log(JSON.stringify({ ok: true, out: asked.out, ...counts, withheld }, null, 2))
  else {
    console.log(`${asked.out}: ${inCounts(counts)}.`)
    console.log(
      `Withheld, because no consent lets it out for ${purpose} to ${recipient}: ${inCounts(withheld)}.`,
    )
  }
  return 0
}

async function storeOut(asked: ExchangeOutAsked, code: string): Promise<number> {
  const opened = await openAskedStore(asked)
  if (!opened.ok) return complain(asked.json, [opened.detail])
  const { store } = opened.value
  try {
    const named = await investigationNamed(store, code)
    if (!named.ok) return complain(asked.json, [named.detail])
    const { form, purpose, recipient, locale, desk, out } = asked
    const use = { investigation: named.value.id, form, purpose, recipient, locale, desk }
    const given = await giveWorkOut(deskOf(store, (await firstMember(store)).id), use)
    if (!given.ok) return complain(asked.json, [given.detail])
    await writeFile(out, given.value.bytes)
    if (asked.json) console.log(JSON.stringify({ ok: true, out, bytes: given.value.bytes.length }, null, 2))
    else console.log(`${out}: ${given.value.bytes.length} bytes, entered in the ledger.`)
    return 0
  } finally {
    await store.close()
  }
}
