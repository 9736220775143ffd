import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { ok, refuse, type Outcome } from '@corroborate/base'
import {
  diagnosisOf,
  estimateFromPatterns,
  listStudyInput,
  QUICK_SETTINGS,
  study,
  studyPattern,
  STUDY_SETTINGS,
  upsetOf,
  type ListRequest,
} from '@corroborate/estimate'
import { readOverlapCsv, readPatternFile } from '@corroborate/interchange'
import { say } from '@corroborate/words'
import type { EstimateAsked } from './command-line.ts'
import { drawnFor } from './drawn-for.ts'
import { cannotSay, overlapInWords, studyInWords } from './say-estimate.ts'
import { patternInWords, patternStudyInWords } from './say-pattern-estimate.ts'
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
  const request: Pick<ListRequest, 'overlap' | 'seed'> = { overlap: read.table, seed: asked.seed ?? '1' }
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
  const file = basename(asked.file)
  const seed = wholeSeed(asked.seed)
  if (!seed.ok) return complain(asked, [seed.detail])
  const read = readPatternFile(file, content)
  if (!read.ok)
    return complain(
      asked,
      read.mistakes.map(({ sentence }) => sentence),
    )
  const request = drawnFor(read.request, { seed: seed.value, quick: asked.quick })
  const context = { contradictions: [], software: SOFTWARE, origins: read.origins }
  const made = estimateFromPatterns(request, read.claims, context)
  if (!made.ok) return answer(asked, made, [])
  const sources = [...read.claims.values()]
  const reckoned = patternInWords(asked.locale, made.value, sources)
  const studied = studyPattern(request, read.claims, { ...context, watch: tellWatcher })
  if (studied.ok) {
    const { value: found } = studied
    const lines = [...reckoned, '', ...patternStudyInWords(asked.locale, found, sources)]
    return answer(asked, { ok: true, estimate: made.value, study: found }, lines)
  }
  // The file can be mended where it asks for something that cannot be; too much to draw is no mistake of the file.
  if (studied.reason !== 'occasions-too-many') return complain(asked, [`${file}: ${studied.detail}`])
  const none = say(asked.locale, 'command.estimate.no-study', { why: studied.detail })
  const noStudy = { reason: studied.reason, detail: studied.detail }
  return answer(asked, { ok: true, estimate: made.value, study: null, noStudy }, [...reckoned, '', none])
}

/** The dice of a pattern study are thrown from a whole number; null where the file, or nobody, says which. */
function wholeSeed(seed: string | null): Outcome<number | null, 'usage'> {
  if (seed === null) return ok(null)
  const number = Number(seed)
  return /^-?\d+$/.test(seed) && Number.isSafeInteger(number)
    ? ok(number)
    : refuse('usage', `--seed takes a whole number for a file of patterns, found "${seed}"`)
}

type Answer =
  | {
      readonly ok: true
      readonly study?: object | null
      readonly estimate?: object
      readonly noStudy?: object
    }
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
