import type { EncodingFound } from '../bytes/text-of-bytes.ts'
import { textFault, WHOLE, type TextFault } from './text-fault.ts'
import { TEXT_LIMITS } from './text-limits.ts'
import type { Gathered, TextAsked, TextForm } from './text-read.ts'
import { labelsOfTurns, turnsOfCues, type Cue } from './turns-of-cues.ts'
import { turnsOfParagraphs, type Paragraph } from './turns-of-paragraphs.ts'
import { timeWarnings } from './whole-text.ts'

interface Read {
  readonly form: TextForm
  readonly encoding?: EncodingFound
  readonly warnings: readonly TextFault[]
}

/** A text whose paragraphs begin with who speaks. */
export function gatherParagraphs(
  file: string,
  read: Read & { readonly paragraphs: readonly Paragraph[]; readonly compare?: readonly number[] },
  { speakers }: TextAsked,
): Gathered | TextFault {
  const { form, encoding = null, paragraphs, compare = [], warnings } = read
  if (paragraphs.length > TEXT_LIMITS.paragraphs) {
    const told = { expected: `at most ${TEXT_LIMITS.paragraphs} paragraphs`, found: `${paragraphs.length}` }
    return textFault('too-many-paragraphs', { file, ...WHOLE }, told)
  }
  const { turns, labels, warnings: more } = turnsOfParagraphs(file, paragraphs, speakers)
  const timed = turns.flatMap(({ pieces, at }) => pieces.map(({ from, to }) => ({ from, to, at })))
  return {
    ...{ form, encoding, language: null, machine: null, turns, labels, compare },
    warnings: [...warnings, ...more, ...timeWarnings(file, timed)],
  }
}

/** A text that was cut by the times of a recording. */
export function gatherCues(
  file: string,
  read: Read & {
    readonly cues: readonly Cue[]
    readonly language?: string | null
    readonly machine?: string | null
    /** What stands before the first cue, and belongs to nobody. */
    readonly before?: readonly Paragraph[]
  },
): Gathered {
  const { form, encoding = null, cues, language = null, machine = null, before = [], warnings } = read
  const spoken = turnsOfCues(cues)
  const turns = [...turnsOfParagraphs(file, before, []).turns, ...spoken]
  return {
    ...{ form, encoding, language, machine, turns, labels: labelsOfTurns(spoken), compare: [] },
    warnings: [...warnings, ...timeWarnings(file, cues)],
  }
}
