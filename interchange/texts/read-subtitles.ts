import { labelsIn, voicesIn } from './cue-words.ts'
import { speakersAmong } from './speaker-labels.ts'
import { textFault, type TextFault, type TextPlace } from './text-fault.ts'
import { TEXT_LIMITS } from './text-limits.ts'
import type { TextAsked } from './text-read.ts'
import { timeOfCell } from './time-marks.ts'
import type { Cue } from './turns-of-cues.ts'

export interface SubtitlesRead {
  readonly cues: readonly Cue[]
  /** What the header says: `Language: ar`. */
  readonly language: string | null
  readonly machine: string | null
  readonly warnings: readonly TextFault[]
}

interface Block {
  /** Of its first line, from 1. */
  readonly line: number
  readonly lines: readonly string[]
}

const ARROW = /^\s*(\S+)\s*-->\s*(\S+)/

/**
 * The cues of WebVTT (W3C, 4) and of SubRip, which differ in the sign before the milliseconds and in a header. Comments, styles and regions of
 * WebVTT are no words. A cue whose times cannot be read keeps its words and loses its place in the recording, and that is said.
 */
export function readSubtitles(file: string, text: string, asked: TextAsked): SubtitlesRead {
  const blocks = blocksOf(text)
  const warnings: TextFault[] = []
  const timed = blocks.flatMap((block) => cueIn(file, block, warnings)).slice(0, TEXT_LIMITS.pieces + 1)
  const labels = timed.flatMap(({ payload }) => labelsIn(payload).map((label) => ({ label, strong: false })))
  const speakers = speakersAmong(labels, { lines: timed.length, asked: asked.speakers })
  const known = new Set(speakers.filter(({ taken }) => taken).map(({ label }) => label))
  const cues = timed.flatMap(({ payload, from, to, at }) =>
    voicesIn(payload, known).map((voice) => ({ ...voice, from, to, doubt: null, at })),
  )
  const [header] = blocks
  const said = /^Language:\s*([A-Za-z-]{2,20})\s*$/im.exec(header?.lines.join('\n') ?? '')
  // Programs that tell voices apart write these; a person who listened gives them names.
  const numbered = [...known].some((label) => /^SPEAKER[ _]\d+$/.test(label))
  return {
    cues,
    language: said?.[1] ?? null,
    machine: numbered ? 'a program that numbers its speakers' : null,
    warnings,
  }
}

function blocksOf(text: string): readonly Block[] {
  const blocks: { line: number; lines: string[] }[] = []
  let open = false
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') open = false
    else if (open) blocks.at(-1)?.lines.push(line)
    else {
      blocks.push({ line: i + 1, lines: [line] })
      open = true
    }
  }
  return blocks
}

interface TimedWords {
  readonly payload: string
  readonly from: number | null
  readonly to: number | null
  readonly at: TextPlace
}

/** None for a header, a comment, a style; words without times are told. */
function cueIn(file: string, { line, lines }: Block, warnings: TextFault[]): readonly TimedWords[] {
  const [first = ''] = lines
  const arrow = lines.findIndex((one) => one.includes('-->'))
  if (arrow === -1) {
    if (/^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/.test(first)) return []
    const told = {
      expected: 'a time such as 00:01:02.000 --> 00:01:04.000',
      found: `“${first.slice(0, 60)}”`,
    }
    warnings.push(textFault('time-unreadable', { file, line, part: null }, told))
    return [{ payload: lines.join('\n'), from: null, to: null, at: { line, part: null } }]
  }
  const at: TextPlace = { line: line + arrow, part: null }
  const match = ARROW.exec(lines[arrow] ?? '')
  const [from, to] = [timeOfCell(match?.[1] ?? ''), timeOfCell(match?.[2] ?? '')]
  if (from === null || to === null) {
    const found = `“${(lines[arrow] ?? '').slice(0, 60)}”`
    warnings.push(
      textFault('time-unreadable', { file, ...at }, { expected: 'two times that can be read', found }),
    )
  }
  return [{ payload: lines.slice(arrow + 1).join('\n'), from, to, at }]
}
