import {
  codePointLength,
  contextOf,
  freezeText,
  indexText,
  type Passage,
  type Text,
  type Turn,
} from '@corroborate/testimony'

/** Between two rows. */
const BETWEEN = '\n\n'

/** The rows of a table as one text: each is a turn of nobody, word for word. */
export interface LaidRows extends Pick<Text, 'content' | 'sha256' | 'turns'> {
  /** Where each row stands, with its words: the passage that it is, once it has a name. */
  readonly stretches: readonly Omit<Passage, 'id' | 'code' | 'text' | 'sha256'>[]
}

export function layRows(rows: readonly string[]): LaidRows {
  const words = rows.map((row) => freezeText(row).content)
  const { content, sha256 } = freezeText(words.join(BETWEEN))
  const index = indexText(content)
  const turns: Turn[] = []
  let start = 0
  for (const one of words) {
    const end = start + codePointLength(one)
    turns.push({ speaker: null, start, end })
    start = end + BETWEEN.length
  }
  const stretches = turns.map((at) => ({
    ...{ start: at.start, end: at.end, exact: index.slice(at.start, at.end) },
    ...contextOf(index, at),
  }))
  return { content, sha256, turns, stretches }
}
