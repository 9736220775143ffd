import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { derivedId, ok, refuse, type Outcome } from '@corroborate/base'
import {
  diagnosisOf,
  estimateFromPatterns,
  listStudyInput,
  QUICK_SETTINGS,
  study,
  STUDY_SETTINGS,
  upsetOf,
  type ListRequest,
} from '@corroborate/estimate'
import { readOverlapCsv, readPatternFile } from '@corroborate/interchange'
import type { EstimateAsked } from './command-line.ts'
import { cannotSay, overlapInWords, patternInWords, studyInWords } from './say-estimate.ts'
import { SOFTWARE } from './software.ts'

const MOST_BYTES = 16 * 1024 * 1024

/** How many, from one file and nothing else. "Cannot say" is an answer (exit code 0); a file that cannot be read is none (2). */
export async function estimate(asked: EstimateAsked): Promise<number> {
  const content = await textOf(asked.file)
  if (!content.ok) return complain(asked, [content.detail])
  return extname(asked.file).toLowerCase() === '.csv'
    ? fromOverlaps(asked, content.value)
    : fromPatterns(asked, content.value)
}

async function textOf(file: string): Promise<Outcome<string, 'unreadable'>> {
  const kind = extname(file).toLowerCase()
  if (!['.csv', '.yaml', '.yml', '.json'].includes(kind))
    return refuse('unreadable', `${file}: expected a name that ends in .csv, .yaml, .yml or .json`)
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return refuse('unreadable', `${file}: expected a file, found none that can be read`)
  if (bytes.length > MOST_BYTES) return refuse('unreadable', `${file}: more than 16 MB`)
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return refuse('unreadable', `${file}: expected UTF-8 text, found bytes that are not`)
  }
}

function fromOverlaps(asked: EstimateAsked, content: string): number {
  const file = basename(asked.file)
  const read = readOverlapCsv(file, content)
  if (!read.ok)
    return complain(
      asked,
      read.mistakes.map(({ sentence }) => sentence),
    )
  const request: Pick<ListRequest, 'overlap' | 'seed'> = { overlap: read.table, seed: asked.seed }
  const input = listStudyInput(request, { lists: [], linkages: [] }, SOFTWARE)
  if (!input.ok) return answer(asked, { ok: false, reason: input.reason, detail: input.detail }, [])
  const [{ whole, strata, cautions }] = input.value.overlaps
  const diagnosis = diagnosisOf(whole, strata)
  const told = overlapInWords(asked.locale, { diagnosis, upset: upsetOf(whole), strata, cautions })
  if (!asked.json) console.log(`${told.join('\n')}\n`)
  const settings = asked.quick ? QUICK_SETTINGS : STUDY_SETTINGS
  const made = study({ ...input.value, settings }, tellWatcher)
  if (!made.ok) return answer(asked, { ...made, diagnosis }, [])
  return answer(asked, { ok: true, study: made.value.study }, studyInWords(asked.locale, made.value.study))
}

function fromPatterns(asked: EstimateAsked, content: string): number {
  const read = readPatternFile(basename(asked.file), content)
  if (!read.ok)
    return complain(
      asked,
      read.mistakes.map(({ sentence }) => sentence),
    )
  const request = { ...read.request, id: derivedId('estimate', 'file') }
  const made = estimateFromPatterns(request, read.claims, { contradictions: [], software: SOFTWARE })
  if (!made.ok) return answer(asked, made, [])
  const sources = [...read.claims.values()]
  return answer(asked, { ok: true, estimate: made.value }, patternInWords(asked.locale, made.value, sources))
}

type Answer =
  | { readonly ok: true; readonly study?: object; readonly estimate?: object }
  | { readonly ok: false; readonly reason: string; readonly detail: string; readonly diagnosis?: object }

/** A refusal of the domain is the answer: "cannot say", with its reason. */
function answer(asked: EstimateAsked, made: Answer, lines: readonly string[]): number {
  if (asked.json) console.log(JSON.stringify(made.ok ? made : { ...made, cannotSay: true }, null, 2))
  else if (made.ok) console.log(lines.join('\n'))
  else console.log(cannotSay(asked.locale, made.detail))
  return 0
}

function complain(asked: EstimateAsked, sentences: readonly string[]): number {
  if (asked.json) console.log(JSON.stringify({ ok: false, reasons: sentences }, null, 2))
  else for (const sentence of sentences) console.error(sentence)
  return 2
}

/** Progress is for somebody who watches; a file or a pipe gets the result alone. */
function tellWatcher(share: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(100 * share)} %`)
}
