import { directionOfWords, type SpokenPiece } from '@corroborate/testimony'
import { labelAt, speakersAmong, type Label } from './speaker-labels.ts'
import { textFault, type TextFault, type TextPlace } from './text-fault.ts'
import type { LabelSeen, ReadTurn } from './text-read.ts'
import { timeMarksIn } from './time-marks.ts'

/** A paragraph of a document, or a line of a plain text. */
export interface Paragraph {
  readonly words: string
  /** A heading and a note of the page belong to nobody, and whoever spoke before a heading does not speak after it. */
  readonly kind: 'words' | 'heading' | 'note'
  /** How many characters at its beginning are set in strong type. */
  readonly strong: number
  /** Whether it goes on with the words before it, in the same line or in the next, when the same person speaks. */
  readonly goesOn: 'no' | 'line' | 'words'
  readonly at: TextPlace
  readonly page: number | null
}

export interface TurnsFound {
  readonly turns: readonly ReadTurn[]
  readonly labels: readonly LabelSeen[]
  readonly warnings: readonly TextFault[]
}

/**
 * The turns of a document whose paragraphs begin with who speaks. What has no label goes on with the speaker before it, up to the next heading;
 * what stands before the first label, and remarks in brackets, belong to nobody. Times are taken out of the words: nobody said them.
 */
export function turnsOfParagraphs(
  file: string,
  paragraphs: readonly Paragraph[],
  asked: readonly string[] | null,
): TurnsFound {
  const lines = paragraphs.map((paragraph) => cutUp(paragraph))
  const labelled = lines.flatMap(({ label, strong, paragraph }) =>
    label === null ? [] : [{ label: label.label, strong, at: paragraph.at }],
  )
  const spoken = paragraphs.filter(({ kind }) => kind === 'words').length
  const labels = speakersAmong(labelled, { lines: spoken, asked })
  const taken = new Set(labels.filter((one) => one.taken).map(({ label }) => label))
  const warnings = labels
    .filter((one) => !one.taken && taken.size > 0 && asked === null)
    .map(({ label, turns }) => {
      const at = labelled.find((one) => one.label === label)?.at ?? { line: null, part: null }
      const found = `“${label}:” ${turns === 1 ? 'once' : `${turns} times`}, read as words of whoever spoke before`
      return textFault('speaker-once', { file, ...at }, { expected: 'a speaker who is known by name', found })
    })
  return { turns: gathered(lines, taken), labels, warnings }
}

interface Cut {
  readonly paragraph: Paragraph
  readonly label: Label | null
  readonly strong: boolean
  /** The words and times of it, in order, with the label still in the first words. */
  readonly parts: readonly (string | Time)[]
}

interface Time {
  readonly from: number
  readonly to: number | null
}

function cutUp(paragraph: Paragraph): Cut {
  const { words, kind } = paragraph
  if (kind !== 'words') return { paragraph, label: null, strong: false, parts: [words] }
  const parts: (string | Time)[] = []
  let at = 0
  for (const { start, end, from, to } of timeMarksIn(words)) {
    if (words.slice(at, start).trim() !== '') parts.push(words.slice(at, start))
    parts.push({ from, to })
    at = end
  }
  if (words.slice(at).trim() !== '') parts.push(words.slice(at))
  const first = parts.find((part) => typeof part === 'string')
  const label = first === undefined ? null : labelAt(first)
  const strong = label !== null && paragraph.strong >= label.label.length
  return { paragraph, label, strong, parts }
}

/** Words in brackets and nothing else: "(Pause)", "[The witness withdrew]". */
const REMARK = /^\s*(?:\([^()]*\)|\[[^[\]]*\])\s*[.]?\s*$/

interface Gathering {
  readonly turns: { speaker: string | null; pieces: SpokenPiece[]; at: TextPlace; page: number | null }[]
  speaker: string | null
  /** Whether the next words go on with the turn before. */
  open: boolean
  /** The time that was met and not yet given to words. */
  from: Time | null
}

function gathered(lines: readonly Cut[], taken: ReadonlySet<string>): readonly ReadTurn[] {
  const all: Gathering = { turns: [], speaker: null, open: false, from: null }
  for (const line of lines) add(all, line, taken)
  return all.turns.map((turn) => ({
    ...turn,
    direction: directionOfWords(turn.pieces.map(({ words }) => words).join(' ')),
  }))
}

function add(all: Gathering, { paragraph, label, parts }: Cut, taken: ReadonlySet<string>): void {
  const { kind } = paragraph
  let cut = 0
  if (kind === 'heading') all.speaker = null
  if (label !== null && taken.has(label.label)) {
    all.speaker = label.label
    all.open = false
    cut = label.end
  }
  const remark = kind !== 'words' || (cut === 0 && REMARK.test(paragraph.words))
  let begins = true
  for (const part of parts) {
    if (typeof part !== 'string') {
      endAt(all, part.from)
      all.from = part
      continue
    }
    const words = part.slice(cut).trim()
    cut = 0
    if (words === '') continue
    say(all, { words, begins, remark }, paragraph)
    begins = false
  }
  if (remark) all.open = false
}

/** A time that stands behind words ends them, when they were given a beginning and no end. */
function endAt({ turns }: Gathering, at: number): void {
  const pieces = turns.at(-1)?.pieces
  const last = pieces?.at(-1)
  if (pieces !== undefined && last?.to === null && (last.from === null || last.from <= at))
    pieces[pieces.length - 1] = { ...last, to: at }
}

function say(
  all: Gathering,
  said: { readonly words: string; readonly begins: boolean; readonly remark: boolean },
  { at, page, goesOn }: Paragraph,
): void {
  const { words, begins } = said
  const piece: SpokenPiece = {
    ...{ words, paragraph: begins && goesOn !== 'words', doubt: null },
    ...{ from: all.from?.from ?? null, to: all.from?.to ?? null },
  }
  all.from = null
  const speaker = said.remark ? null : all.speaker
  const last = all.turns.at(-1)
  const sameTurn = speaker !== null || !begins || goesOn !== 'no'
  if (all.open && last?.speaker === speaker && sameTurn) last.pieces.push(piece)
  else all.turns.push({ speaker, pieces: [piece], at, page })
  all.open = true
}
