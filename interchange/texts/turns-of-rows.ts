import { foldWords } from '../lists/fold-words.ts'
import { textFault, type TextFault, type TextPlace } from './text-fault.ts'
import { spanOfCell, timeOfCell } from './time-marks.ts'
import type { Cue } from './turns-of-cues.ts'

/** A row of a table, of a document or of a CSV. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly at: TextPlace
}

/** Which column says what, by its place. */
export interface RowColumns {
  readonly words: number
  readonly speaker: number | null
  readonly from: number | null
  readonly to: number | null
  /** Rows before the first that is words. */
  readonly header: 0 | 1
}

const NAMES: Readonly<Record<'words' | 'speaker' | 'from' | 'to', readonly string[]>> = {
  words: [
    ...['words', 'text', 'content', 'transcript', 'transcription', 'utterance', 'speech', 'said', 'dialogue'],
    ...['النص', 'نص', 'الكلام', 'كلام', 'القول', 'المحتوى', 'التفريغ'],
  ],
  speaker: [
    ...['speaker', 'speakers', 'name', 'who', 'voice', 'participant', 'speaker name'],
    ...['المتحدث', 'متحدث', 'المتكلم', 'الاسم', 'الشاهد'],
  ],
  from: [
    ...[
      'time',
      'timestamp',
      'timespan',
      'timecode',
      'start',
      'from',
      'start time',
      'begin',
      'in',
      'time span',
    ],
    ...['الوقت', 'وقت', 'البدايه', 'من', 'التوقيت', 'الزمن'],
  ],
  to: ['end', 'to', 'end time', 'stop', 'out', 'النهايه', 'الى'],
}

/**
 * Which columns of a table hold who said what and when: by their names (Open Oral History's `speaker,words,timestamp`, NVivo's, InqScribe's, in
 * English or Arabic), or else by times in the first or second column. Null where it is no transcript.
 */
export function columnsOfRows(rows: readonly TableRow[]): RowColumns | null {
  const [first] = rows
  if (first === undefined || first.cells.length < 2) return null
  const names = first.cells.map((cell) => foldWords(cell))
  const named = (what: keyof typeof NAMES) => {
    const wanted = new Set(NAMES[what].map((name) => foldWords(name)))
    const at = names.findIndex((name) => wanted.has(name))
    return at === -1 ? null : at
  }
  const [words, speaker, from, to] = [named('words'), named('speaker'), named('from'), named('to')]
  if (words !== null && (speaker !== null || from !== null)) return { words, speaker, from, to, header: 1 }
  return columnsByTimes(rows)
}

const SAMPLE = 50

function columnsByTimes(rows: readonly TableRow[]): RowColumns | null {
  const sample = rows.slice(0, SAMPLE)
  const width = sample[0]?.cells.length ?? 0
  const clock = (cell: string) => cell.includes(':') && (spanOfCell(cell) ?? timeOfCell(cell)) !== null
  const timed = (at: number) =>
    sample.filter(({ cells }) => clock(cells[at] ?? '')).length >= Math.max(1, sample.length * 0.8)
  if (width > 4 || !timed(0)) return null
  const to = timed(1) ? 1 : null
  const rest = to === null ? 1 : 2
  if (rest >= width) return null
  return { words: width - 1, speaker: width - 1 > rest ? rest : null, from: 0, to, header: 0 }
}

/** The cues of a table. A row that is not as wide as it must be is told and left away; so is a time that cannot be read. */
export function cuesOfRows(
  file: string,
  rows: readonly TableRow[],
  columns: RowColumns,
): { readonly cues: readonly Cue[]; readonly warnings: readonly TextFault[] } {
  const cues: Cue[] = []
  const warnings: TextFault[] = []
  const needed = Math.max(columns.words, columns.speaker ?? 0, columns.from ?? 0) + 1
  for (const { cells, at } of rows.slice(columns.header)) {
    if (cells.every((cell) => cell.trim() === '')) continue
    if (cells.length < needed) {
      const told = { expected: `${needed} cells at least`, found: `${cells.length}, left out` }
      warnings.push(textFault('row-uneven', { file, ...at }, told))
      continue
    }
    const cell = (column: number | null) => (column === null ? '' : (cells[column] ?? '').trim())
    const said = cell(columns.from)
    const span = spanOfCell(said) ?? { from: timeOfCell(said), to: timeOfCell(cell(columns.to)) }
    if (said !== '' && span.from === null) {
      const told = { expected: 'a time such as 00:01:02', found: `“${said.slice(0, 60)}”` }
      warnings.push(textFault('time-unreadable', { file, ...at }, told))
    }
    const [words, speaker] = [cell(columns.words), cell(columns.speaker).replace(/\s*[:：]$/, '')]
    if (words !== '') cues.push({ ...span, words, speaker: speaker === '' ? null : speaker, doubt: null, at })
  }
  return { cues, warnings }
}
