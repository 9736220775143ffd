import { z } from 'zod'
import { withoutEntities } from './cue-words.ts'
import { timeOfCell, timeInWords } from './time-marks.ts'
import type { Paragraph } from './turns-of-paragraphs.ts'

const shape = z.object({ text: z.string(), media: z.string().nullish(), 'media-time': z.unknown() })

const BLOCK = /^\/?(?:p|div|br|li|ul|ol|h\d)$/
const TAGS = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<(\/?[a-z][a-z0-9]*)((?:\s[^<>]*)?)>/gi

/** What oTranscribe keeps: words as HTML, of which only paragraphs, strong type and times are heard. Null where the JSON is something else. */
export function readOtranscribe(json: unknown): readonly Paragraph[] | null {
  const read = shape.safeParse(json)
  if (!read.success || !('media' in read.data || 'media-time' in read.data)) return null
  return linesOf(read.data.text).map(({ words, strong }, i) => ({
    ...{ words, strong, kind: 'words', goesOn: 'no', page: null },
    at: { line: null, part: `paragraph ${i + 1}` },
  }))
}

interface Line {
  words: string
  strong: number
}

function linesOf(html: string): readonly Line[] {
  const lines: Line[] = [{ words: '', strong: 0 }]
  let [at, inStrong, inTime] = [0, false, false]
  const say = (words: string) => {
    const line = lines.at(-1)
    if (line === undefined || inTime) return
    const plain = withoutEntities(words).replaceAll(/\s+/g, ' ')
    if (inStrong && line.strong === line.words.length) line.strong += plain.length
    line.words += plain
  }
  for (const match of html.matchAll(TAGS)) {
    say(html.slice(at, match.index))
    at = match.index + match[0].length
    const name = match[2]?.toLowerCase() ?? ''
    if (BLOCK.test(name)) lines.push({ words: '', strong: 0 })
    else if (/^\/?(?:b|strong)$/.test(name)) inStrong = !name.startsWith('/')
    else if (name === '/span') inTime = false
    else if (name === 'span' && /class="?[^">]*\btimestamp\b/.test(match[3] ?? '')) {
      say(` [${timeOf(match[3] ?? '')}] `)
      inTime = true
    }
  }
  say(html.slice(at))
  return lines.filter(({ words }) => words.trim() !== '')
}

/** Seconds; old files have "mm:ss". */
function timeOf(attributes: string): string {
  const said = /data-timestamp="?([\d:.]+)/.exec(attributes)?.[1] ?? ''
  return timeInWords(timeOfCell(said) ?? 0)
}
