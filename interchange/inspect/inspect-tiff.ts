import type { HiddenInFile, HiddenKind } from '@corroborate/disclosure'

const [EXIF, GPS, THUMBNAIL_AT] = [0x8769, 0x8825, 0x0201]

/** What in a picture's EXIF tells of people, machines and places. Others say how light fell, and are passed over. */
const TAGS: ReadonlyMap<number, readonly [HiddenKind, string]> = new Map([
  [0x010e, ['comment', 'ImageDescription']],
  [0x010f, ['camera-or-place', 'Make']],
  [0x0110, ['camera-or-place', 'Model']],
  [0x0131, ['author-or-program', 'Software']],
  [0x0132, ['camera-or-place', 'DateTime']],
  [0x013b, ['author-or-program', 'Artist']],
  [0x8298, ['author-or-program', 'Copyright']],
  [0x9003, ['camera-or-place', 'DateTimeOriginal']],
  [0x927c, ['camera-or-place', 'MakerNote']],
  [0x9286, ['comment', 'UserComment']],
  [0xa430, ['author-or-program', 'CameraOwnerName']],
  [0xa431, ['camera-or-place', 'BodySerialNumber']],
  [0xa435, ['camera-or-place', 'LensSerialNumber']],
])

const SIZES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
const MOST_ENTRIES = 1_000
const MOST_WORDS = 400

/**
 * The EXIF of a picture (a TIFF without its picture): its two directories and what they lead to. Ends at the first thing that points outside it.
 * @see CIPA DC-008 (Exif 2.32), section 4.6
 */
export function inspectTiff(bytes: Uint8Array): readonly HiddenInFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8) return [unreadable()]
  const little = bytes[0] === 0x49
  const tiff: Tiff = { bytes, view, little }
  const first = view.getUint32(4, little)
  const main = directoryAt(tiff, first)
  const second = main === null ? null : directoryAt(tiff, main.next)
  if (main === null) return [unreadable()]
  const exif = main.entries.find(({ tag }) => tag === EXIF)
  const gps = main.entries.find(({ tag }) => tag === GPS)
  const deeper = exif === undefined ? null : directoryAt(tiff, exif.value)
  return [
    ...[...main.entries, ...(deeper?.entries ?? [])].flatMap((entry) => told(tiff, entry)),
    ...(gps === undefined
      ? []
      : [{ kind: 'camera-or-place' as const, at: 'EXIF, GPS', words: placeIn(tiff, gps.value) }]),
    ...(second?.entries.some(({ tag }) => tag === THUMBNAIL_AT) === true
      ? [{ kind: 'thumbnail' as const, at: 'EXIF, second directory', words: '' }]
      : []),
  ]
}

interface Tiff {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly little: boolean
}

interface Entry {
  readonly tag: number
  readonly type: number
  readonly count: number
  /** The value itself, or where it stands. */
  readonly value: number
  readonly at: number
}

function directoryAt(
  { view, little }: Tiff,
  at: number,
): { readonly entries: readonly Entry[]; readonly next: number } | null {
  if (at < 8 || at + 2 > view.byteLength) return null
  const count = view.getUint16(at, little)
  const end = at + 2 + count * 12
  if (count > MOST_ENTRIES || end > view.byteLength) return null
  const entries = Array.from({ length: count }, (_, i): Entry => {
    const from = at + 2 + i * 12
    return {
      tag: view.getUint16(from, little),
      type: view.getUint16(from + 2, little),
      count: view.getUint32(from + 4, little),
      value: view.getUint32(from + 8, little),
      at: from + 8,
    }
  })
  return { entries, next: end + 4 <= view.byteLength ? view.getUint32(end, little) : 0 }
}

function told(tiff: Tiff, entry: Entry): readonly HiddenInFile[] {
  const named = TAGS.get(entry.tag)
  if (named === undefined) return []
  const [kind, name] = named
  return [{ kind, at: `EXIF, ${name}`, words: wordsOf(tiff, entry) }]
}

/** Letters of the value; nothing for what is not text. */
function wordsOf({ bytes }: Tiff, { type, count, value, at }: Entry): string {
  const size = (SIZES[type] ?? 0) * count
  if (type !== 2 && type !== 7) return ''
  const from = size <= 4 ? at : value
  return new TextDecoder()
    .decode(bytes.subarray(from, from + Math.min(size, MOST_WORDS)))
    .replace(/[\p{Cc}\uFFFD]+/gu, ' ')
    .trim()
}

/** Latitude and longitude as they stand there, in degrees. */
function placeIn(tiff: Tiff, at: number): string {
  const entries = directoryAt(tiff, at)?.entries ?? []
  const degrees = [2, 4].flatMap((tag) => {
    const entry = entries.find((one) => one.tag === tag)
    return entry === undefined ? [] : [degreesAt(tiff, entry.value)]
  })
  const sides = [1, 3].map((tag) => entries.find((one) => one.tag === tag))
  return degrees
    .map((value, i) => {
      const side = sides[i]
      return `${value.toFixed(4)}${side === undefined ? '' : ` ${wordsOf(tiff, side)}`}`
    })
    .join(', ')
}

function degreesAt({ view, little }: Tiff, at: number): number {
  if (at + 24 > view.byteLength) return 0
  const part = (i: number) =>
    view.getUint32(at + i * 8, little) / (view.getUint32(at + i * 8 + 4, little) || 1)
  return part(0) + part(1) / 60 + part(2) / 3_600
}

function unreadable(): HiddenInFile {
  return { kind: 'not-readable', at: 'EXIF', words: '' }
}
