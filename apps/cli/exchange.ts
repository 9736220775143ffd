import { writeFile } from 'node:fs/promises'
import {
  claimsCsv,
  readInvestigation,
  webAnnotations,
  writeQdpx,
  type ExchangedWork,
} from '@corroborate/interchange'
import { letOut } from '@corroborate/report'
import type { ExchangeInAsked, ExchangeOutAsked } from './exchange-command-line.ts'
import { exchangeIn } from './exchange-in.ts'
import { complain, inCounts } from './exchange-said.ts'
import { readFolder } from './folder.ts'

export function exchange(asked: ExchangeOutAsked | ExchangeInAsked): Promise<number> {
  return asked.way === 'in' ? exchangeIn(asked) : exchangeOut(asked)
}

/** Writes an investigation folder for other programs, without what its witnesses have not let out; how much that is is said. A folder holds no codes. */
async function exchangeOut(asked: ExchangeOutAsked): Promise<number> {
  const files = await readFolder(asked.folder)
  if (!files.ok) return complain(asked.json, [files.detail])
  const read = readInvestigation(files.value)
  if (!read.ok)
    return complain(
      asked.json,
      read.mistakes.map(({ sentence }) => sentence),
    )
  const on = new Date().toISOString().slice(0, 10)
  const { investigation, withheld } = letOut(read.investigation, {
    ...{ purpose: 'analysis', recipient: asked.recipient, on },
  })
  await writeFile(asked.out, written(asked, { ...investigation, codes: [], codings: [] }))
  const { texts, passages, claims } = investigation
  const counts = { texts: texts.length, passages: passages.length, claims: claims.length }
  if (asked.json) console.log(JSON.stringify({ ok: true, out: asked.out, ...counts, withheld }, null, 2))
  else {
    console.log(`${asked.out}: ${inCounts(counts)}.`)
    console.log(
      `Withheld, because no consent lets it out for analysis to ${asked.recipient}: ${inCounts(withheld)}.`,
    )
  }
  return 0
}

function written({ form, locale, desk }: ExchangeOutAsked, work: ExchangedWork): Uint8Array | string {
  switch (form) {
    case 'qdpx':
      return writeQdpx(work, locale)
    case 'jsonld':
      return webAnnotations(work, { locale, links: { desk } })
    case 'csv':
      return claimsCsv(work, { desk })
  }
}
