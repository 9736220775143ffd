import { indexText } from './code-points.ts'
import type { Stretch } from './make-passage.ts'

/** A stretch of the old version and what stands in its place in the new one; `same` when nothing changed there. In code points. */
export interface AlignedStretch {
  readonly before: Stretch
  readonly after: Stretch
  readonly same: boolean
}

/** A word with its place, in UTF-16 units; white space and marks are words too, so that all of the text is in some. */
interface Piece {
  readonly text: string
  readonly start: number
}

/**
 * Two versions of a working text laid beside each other, word by word: what a correction left, and what it put in place of what. The
 * stretches follow each other without a gap and cover both versions.
 *
 * What begins and ends alike is the same; between, words that stand once in each version and in the same order hold it
 * together, and what lies between two of these is compared again. It is a picture for a person: whether a passage moves is decided by
 * `reanchor`, by its exact words.
 * @see Cohen's patience diff; Hunt and Szymanski 1977 for the longest increasing run
 */
export function alignVersions(before: string, after: string): readonly AlignedStretch[] {
  const [olds, news] = [piecesOf(before), piecesOf(after)]
  const matches: (readonly [number, number])[] = []
  match({ olds, news, from: [0, 0], to: [olds.length, news.length] }, matches)
  return stretchesOf(matches, { before, after, olds, news })
}

function piecesOf(text: string): readonly Piece[] {
  return Array.from(
    text.matchAll(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu),
    ({ 0: piece, index }) => ({
      text: piece,
      start: index,
    }),
  )
}

interface Region {
  readonly olds: readonly Piece[]
  readonly news: readonly Piece[]
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

/** Adds the pairs of words that match in a region, in order. Regions wait on a list: texts may be long. */
function match(whole: Region, matches: (readonly [number, number])[]): void {
  const open: Region[] = [whole]
  for (let region = open.pop(); region !== undefined; region = open.pop()) {
    const inner = trimmed(region, matches)
    const anchors = anchorsIn(inner)
    let [i, j] = inner.from
    for (const [a, b] of anchors) {
      open.push({ ...inner, from: [i, j], to: [a, b] })
      matches.push([a, b])
      ;[i, j] = [a + 1, b + 1]
    }
    if (anchors.length > 0) open.push({ ...inner, from: [i, j] })
  }
  matches.sort((a, b) => a[0] - b[0])
}

/** Takes what begins and ends alike. */
function trimmed(region: Region, matches: (readonly [number, number])[]): Region {
  const { olds, news } = region
  let [i, j] = region.from
  let [k, l] = region.to
  while (i < k && j < l && olds[i]?.text === news[j]?.text) matches.push([i++, j++])
  while (i < k && j < l && olds[k - 1]?.text === news[l - 1]?.text) matches.push([--k, --l])
  return { olds, news, from: [i, j], to: [k, l] }
}

/** Words that stand once in both, as many as keep their order. */
function anchorsIn({ olds, news, from, to }: Region): readonly (readonly [number, number])[] {
  const inOld = onceIn(olds, from[0], to[0])
  const inNew = onceIn(news, from[1], to[1])
  const pairs = [...inOld].flatMap(([text, at]) => {
    const other = inNew.get(text)
    return at === null || other === undefined || other === null ? [] : [[at, other] as const]
  })
  return longestRun(pairs.sort((a, b) => a[0] - b[0]))
}

function onceIn(pieces: readonly Piece[], from: number, to: number): ReadonlyMap<string, number | null> {
  const places = new Map<string, number | null>()
  for (let at = from; at < to; at++) {
    const text = pieces[at]?.text ?? ''
    places.set(text, places.has(text) ? null : at)
  }
  return places
}

/** The longest run of pairs whose second numbers rise, by piles. */
function longestRun(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const piles: number[] = []
  const below = pairs.map(() => -1)
  for (const [at, [, second]] of pairs.entries()) {
    let [low, high] = [0, piles.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < second) low = middle + 1
      else high = middle
    }
    below[at] = low === 0 ? -1 : (piles[low - 1] ?? -1)
    piles[low] = at
  }
  const run: (readonly [number, number])[] = []
  for (let at = piles.at(-1) ?? -1; at >= 0; at = below[at] ?? -1) {
    const pair = pairs[at]
    if (pair !== undefined) run.push(pair)
  }
  return run.reverse()
}

function stretchesOf(
  matches: readonly (readonly [number, number])[],
  texts: {
    readonly before: string
    readonly after: string
    readonly olds: readonly Piece[]
    readonly news: readonly Piece[]
  },
): readonly AlignedStretch[] {
  const indexes = [indexText(texts.before), indexText(texts.after)] as const
  const [oldAt, newAt] = [
    (at: number) => indexes[0].codePointAt(texts.olds[at]?.start ?? texts.before.length),
    (at: number) => indexes[1].codePointAt(texts.news[at]?.start ?? texts.after.length),
  ]
  const all: AlignedStretch[] = []
  const add = (from: readonly [number, number], to: readonly [number, number], same: boolean) => {
    if (from[0] === to[0] && from[1] === to[1]) return
    const last = all.at(-1)
    const before = { start: last?.same === same ? last.before.start : oldAt(from[0]), end: oldAt(to[0]) }
    const after = { start: last?.same === same ? last.after.start : newAt(from[1]), end: newAt(to[1]) }
    if (last?.same === same) all.pop()
    all.push({ before, after, same })
  }
  let [i, j] = [0, 0]
  for (const [a, b] of matches) {
    add([i, j], [a, b], false)
    add([a, b], [a + 1, b + 1], true)
    ;[i, j] = [a + 1, b + 1]
  }
  add([i, j], [texts.olds.length, texts.news.length], false)
  return all
}

/** Where a stretch of the old version stands in the new one, if all of it is the same there; null otherwise. */
export function movedStretch(alignment: readonly AlignedStretch[], { start, end }: Stretch): Stretch | null {
  const within = alignment.find(({ before, same }) => same && before.start <= start && end <= before.end)
  if (within === undefined) return null
  const by = within.after.start - within.before.start
  return { start: start + by, end: end + by }
}
