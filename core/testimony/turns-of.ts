import { codePointLength, indexText } from './code-points.ts'
import type { Turn } from './text.ts'

/**
 * The turns of a text whose lines begin with who speaks: `W3: …`. A turn runs from its label to the next one, without
 * the line end before that. Speakers are told, not guessed: a colon in testimony does not make a speaker.
 * What stands before the first label belongs to nobody.
 */
export function turnsOf(content: string, speakers: readonly string[]): readonly Turn[] {
  const index = indexText(content)
  const starts = lineStarts(content).flatMap((unit) => {
    const speaker = speakers.find((name) => content.startsWith(`${name}:`, unit))
    return speaker === undefined ? [] : [{ speaker, unit }]
  })
  return starts.map(({ speaker, unit }, at) => {
    const until = starts[at + 1]?.unit ?? content.length
    const end = unit + content.slice(unit, until).trimEnd().length
    return { speaker, start: index.codePointAt(unit), end: index.codePointAt(end) }
  })
}

/**
 * Where in the text a turn's own words begin, past the label that says who speaks.
 * @param words the turn's stretch of the text, label and all
 */
export function spokenFrom(words: string, { speaker, start }: Pick<Turn, 'speaker' | 'start'>): number {
  const label = speaker === null ? '' : `${speaker}:`
  if (label === '' || !words.startsWith(label)) return start
  const [before = ''] = /^\s*/.exec(words.slice(label.length)) ?? []
  return start + codePointLength(label + before)
}

function lineStarts(content: string): readonly number[] {
  return [0, ...Array.from(content.matchAll(/\n/g), (match) => match.index + 1)]
}
