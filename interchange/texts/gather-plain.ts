import { isJsonNested } from '@corroborate/base'
import { csvReader } from '../lists/csv-rows.ts'
import { delimiterOf } from '../lists/delimiter.ts'
import type { EncodingFound } from '../bytes/text-of-bytes.ts'
import { gatherCues, gatherParagraphs } from './gather.ts'
import { readOtranscribe } from './read-otranscribe.ts'
import { readPlain, unreadable } from './read-plain.ts'
import { readSubtitles } from './read-subtitles.ts'
import { readWhisper } from './read-whisper.ts'
import { textFault, WHOLE, type TextFault } from './text-fault.ts'
import { TEXT_LIMITS } from './text-limits.ts'
import type { Gathered, TextAsked } from './text-read.ts'
import { columnsOfRows, cuesOfRows, type TableRow } from './turns-of-rows.ts'

export interface PlainText {
  /** Lines end with LF. */
  readonly text: string
  readonly encoding: EncodingFound
}

/** Tells what a file of letters is by how it begins, and reads it: subtitles, JSON of a machine or of oTranscribe, a table, or lines. */
export function gatherPlain(file: string, plain: PlainText, asked: TextAsked): Gathered | TextFault {
  const start = plain.text.slice(0, 2_000).trimStart()
  if (/^[{[]/.test(start)) {
    const json = ofJson(file, plain, asked)
    if (json !== null) return json
  }
  if (/^<(?:!doctype html|html|\?xml)/i.test(start)) {
    const told = { expected: 'words', found: 'a page of HTML or XML: save it as text or .docx' }
    return textFault('not-a-text', { file, ...WHOLE }, told)
  }
  if (/^WEBVTT(?:\s|$)/.test(start)) return ofSubtitles(file, { form: 'vtt', ...plain }, asked)
  if (
    /^\d+\s*\n\s*\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/.test(start) ||
    /^\d{1,3}:\d{2}:\d{2},\d{1,3}\s*-->/.test(start)
  )
    return ofSubtitles(file, { form: 'srt', ...plain }, asked)
  const { text, encoding } = plain
  return (
    ofTable(file, plain) ?? gatherParagraphs(file, { form: 'txt', encoding, ...readPlain(file, text) }, asked)
  )
}

const MOST_DEPTH = 64

/** Null where it is no JSON at all, but a text that begins with a bracket. */
function ofJson(file: string, { text, encoding }: PlainText, asked: TextAsked): Gathered | TextFault | null {
  const no = (found: string) =>
    textFault('transcript-broken', { file, ...WHOLE }, { expected: 'JSON of Whisper or oTranscribe', found })
  const json = parsed(text)
  if (json === undefined)
    return /^\s*\{\s*"/.test(text) ? no('JSON that cannot be read: it may be cut short') : null
  if (!isJsonNested(json, MOST_DEPTH)) return no(`brackets within brackets, deeper than ${MOST_DEPTH}`)
  const whisper = readWhisper(json)
  if (whisper !== null) {
    const { form, language, machine } = whisper
    return gatherCues(file, { form, encoding, cues: whisper.cues, language, machine, warnings: [] })
  }
  const paragraphs = readOtranscribe(json)
  if (paragraphs === null) return no('other JSON')
  return gatherParagraphs(file, { form: 'otranscribe', encoding, paragraphs, warnings: [] }, asked)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function ofSubtitles(
  file: string,
  plain: PlainText & { readonly form: 'vtt' | 'srt' },
  asked: TextAsked,
): Gathered | TextFault {
  const { cues, language, machine, warnings } = readSubtitles(file, plain.text, asked)
  const more = unreadable(file, plain.text.split('\n'))
  const { form, encoding } = plain
  return gatherCues(file, { form, encoding, cues, language, machine, warnings: [...more, ...warnings] })
}

const SAMPLE = 65_536

/** Rows of a table; null where they hold no transcript. */
function ofTable(file: string, { text, encoding }: PlainText): Gathered | TextFault | null {
  const { delimiter, saidSo } = delimiterOf(text.slice(0, SAMPLE))
  const sample = rowsIn(text.slice(0, text.lastIndexOf('\n', SAMPLE) + 1 || SAMPLE), delimiter, saidSo)
  const columns = columnsOfRows(sample.rows)
  // Where a quote does not close, times alone do not make a table of what may be lines.
  const likely = sample.stop === null || text.length > SAMPLE || columns?.header === 1
  if (columns === null || !likely) return null
  const { rows, stop } = rowsIn(text, delimiter, saidSo)
  if (stop !== null)
    return textFault(
      'transcript-broken',
      { file, line: stop.line, part: null },
      { expected: stop.expected, found: stop.found },
    )
  const { cues, warnings } = cuesOfRows(file, rows, columns)
  return gatherCues(file, { form: 'rows', encoding, cues, warnings })
}

function rowsIn(text: string, delimiter: string, saidSo: boolean) {
  const reader = csvReader(delimiter)
  const [fed, ended] = [reader.feed(text), reader.end()]
  const rows: readonly TableRow[] = [...fed.rows, ...ended.rows]
    .slice(saidSo ? 1 : 0, TEXT_LIMITS.pieces)
    .map(({ cells, line }) => ({ cells, at: { line, part: null } }))
  return { rows, stop: fed.stop ?? ended.stop }
}
