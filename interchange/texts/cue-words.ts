import { labelAt } from './speaker-labels.ts'

/** What one speaker says within a cue. */
export interface Voice {
  readonly speaker: string | null
  readonly words: string
}

const TAG = /<(?:v(?:[.][^\s>]*)?\s+([^>]*)|\/?[a-z][^>]*|\d[\d:.]*)>/gi
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' },
  ...{ lrm: '', rlm: '', shy: '' },
}

/** Entities of HTML that transcripts hold, as the signs they stand for; those of direction are left away, as in every text. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, ten, sixteen, name) => {
    const named = typeof name === 'string' ? ENTITIES[name.toLowerCase()] : undefined
    if (named !== undefined) return named
    const code =
      typeof ten === 'string' ? Number(ten) : typeof sixteen === 'string' ? parseInt(sixteen, 16) : 0
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/**
 * Who speaks in a cue, and what: `<v Name>` of WebVTT, `[SPEAKER_00]:`, `NAME:`. Tags of style and position (`<i>`, `{\an8}`) are no words.
 * A voice goes on over lines; a label at the beginning of a line begins the next.
 * @param known a label without a tag counts only when it is one of these
 */
export function voicesIn(payload: string, known: ReadonlySet<string>): readonly Voice[] {
  const voices: { speaker: string | null; words: string }[] = []
  for (const line of tagged(payload)) {
    const label = line.speaker === null ? labelAt(line.words) : null
    const named = label !== null && known.has(label.label) ? label : null
    const speaker = line.speaker ?? named?.label ?? null
    const words = withoutEntities(line.words.slice(named?.end ?? 0)).trim()
    const last = voices.at(-1)
    if (last !== undefined && (speaker === null || speaker === last.speaker))
      last.words = [last.words, words].filter((part) => part !== '').join(' ')
    else if (words !== '' || speaker !== null) voices.push({ speaker, words })
  }
  return voices.filter(({ words }) => words !== '')
}

/** Lines without their tags, parted where a voice begins. */
function tagged(payload: string): readonly Voice[] {
  return payload.split('\n').flatMap((line) => {
    const plain = line.replaceAll(/\{\\[^}]*\}/g, '')
    const parts: Voice[] = []
    let [at, words]: [number, string] = [0, '']
    let speaker: string | null = null
    for (const match of plain.matchAll(TAG)) {
      words += plain.slice(at, match.index)
      at = match.index + match[0].length
      if (match[1] === undefined) continue
      if (words.trim() !== '') parts.push({ speaker, words })
      words = ''
      speaker = withoutEntities(match[1]).trim()
    }
    parts.push({ speaker, words: words + plain.slice(at) })
    return parts
  })
}

/** Labels at the beginning of lines, before anybody knows which are speakers. */
export function labelsIn(payload: string): readonly string[] {
  return tagged(payload).flatMap(({ speaker, words }) => {
    const label = speaker === null ? labelAt(words) : null
    return label === null ? [] : [label.label]
  })
}
