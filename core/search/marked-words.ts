import { hitsIn, type SoughtAll } from './match.ts'
import { wordReader } from './words-of.ts'

/** A stretch of words as a result shows it. */
export interface MarkedPiece {
  readonly text: string
  readonly found: boolean
}

/** Words around the first hit, so much of them that a reader can judge; and where that hit stands, in UTF-16 units of the whole. */
export interface Excerpt {
  readonly pieces: readonly MarkedPiece[]
  readonly first: { readonly start: number; readonly end: number }
}

const [BEFORE, AFTER] = [14, 26]

/** @param forms the forms of what is sought, by their numbers */
export function excerptOf(words: string, { all }: SoughtAll, forms: ReadonlyMap<number, string>): Excerpt {
  const read = wordReader()(words)
  const byForm = Map.groupBy(read.keys(), (at) => read[at]?.form ?? '')
  const placesOf = (form: number) => byForm.get(forms.get(form) ?? '') ?? []
  const hits = all.flatMap((one) => hitsIn(one, placesOf))
  const marked = new Set(hits.flatMap((hit) => hit.words))
  const [first] = hits.toSorted((a, b) => (a.words[0] ?? 0) - (b.words[0] ?? 0))
  const [from, to] = [first?.words[0] ?? 0, first?.words.at(-1) ?? 0]
  const shown = {
    from: from <= BEFORE ? 0 : (read[from - BEFORE]?.start ?? 0),
    to: read[from + AFTER]?.end ?? words.length,
  }
  const inside = [...marked].sort((a, b) => a - b).flatMap((at) => read[at] ?? [])
  const within = inside.filter(({ start, end }) => start >= shown.from && end <= shown.to)
  return {
    pieces: piecesOf(words, shown, within),
    first: { start: read[from]?.start ?? 0, end: read[to]?.end ?? words.length },
  }
}

function piecesOf(
  words: string,
  shown: { readonly from: number; readonly to: number },
  marked: readonly { readonly start: number; readonly end: number }[],
): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let at = shown.from
  const plain = (until: number, edge = '') => {
    const text = words.slice(at, until).replace(/\s+/gu, ' ')
    if (text + edge !== '') pieces.push({ text: text + edge, found: false })
  }
  if (shown.from > 0) pieces.push({ text: '… ', found: false })
  for (const { start, end } of marked) {
    plain(start)
    pieces.push({ text: words.slice(start, end), found: true })
    at = end
  }
  plain(shown.to, shown.to < words.length ? ' …' : '')
  return pieces
}
