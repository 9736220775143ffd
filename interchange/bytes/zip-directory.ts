import { Inflate } from 'fflate'
import { ok } from '@corroborate/base'
import { stretchOf, type GivenFile } from './given-file.ts'
import { broken, type NotUnpacked, type Unpacked } from './unpacked.ts'

/** A file inside an archive. */
export interface ZipEntry {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly packed: number
  readonly unpacked: number
  /** Where its own header begins. */
  readonly at: number
}

const [END, END64, LOCATOR64, CENTRAL, LOCAL] = [0x06054b50, 0x06064b50, 0x07064b50, 0x02014b50, 0x04034b50]

/** What an archive may hold, checked before anything is unfolded. */
const ARCHIVE_LIMITS = {
  directoryBytes: 16_000_000,
  entries: 10_000,
  /** How many times its size an entry may unfold to, once it is larger than `unfoldedFreely`. */
  unfold: 200,
  unfoldedFreely: 32_000_000,
} as const

/**
 * The directory of a ZIP archive, which stands at its end: only what it names is read, and sizes are known before anything is unfolded.
 * @see PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16
 */
export async function zipDirectory(file: GivenFile): Promise<Unpacked<ReadonlyMap<string, ZipEntry>>> {
  const place = await directoryPlace(file)
  if (place === null) return broken('the directory of its archive', 'none: the file may be cut short')
  const { from, size, entries } = place
  if (entries > ARCHIVE_LIMITS.entries || size > ARCHIVE_LIMITS.directoryBytes)
    return broken(`at most ${ARCHIVE_LIMITS.entries} parts`, `${entries}`)
  const bytes = await stretchOf(file, from, from + size)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Map<string, ZipEntry>()
  let at = 0
  while (at + 46 <= bytes.length && view.getUint32(at, true) === CENTRAL) {
    const read = entryAt(view, bytes, at)
    if (!read.ok) return read
    const { entry, next } = read.value
    if (entry !== null) found.set(entry.name, entry)
    at = next
  }
  return found.size === 0 ? broken('parts in its archive', 'none that can be read') : ok(found)
}

function entryAt(
  view: DataView,
  bytes: Uint8Array,
  at: number,
): Unpacked<{ readonly entry: ZipEntry | null; readonly next: number }> {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
  const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)]
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  if (next > bytes.length) return broken('a whole directory of its archive', 'one that is cut short')
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
  if (name.endsWith('/')) return ok({ entry: null, next })
  if ((flags & 1) !== 0) return broken('parts that are not encrypted', `“${name}”, which is`)
  if (method !== 0 && method !== 8)
    return broken('parts packed by Deflate', `“${name}”, packed by method ${method}`)
  const extra = new DataView(bytes.buffer, bytes.byteOffset + at + 46 + nameLength, extraLength)
  const sizes = sizesOf(
    {
      unpacked: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    },
    extra,
  )
  return ok({ entry: { name, method: method === 0 ? 'stored' : 'deflated', ...sizes }, next })
}

interface Sizes {
  readonly unpacked: number
  readonly packed: number
  readonly at: number
}

/** Sizes of an archive past 4 GB stand in an extra field, those that do not fit, in this order. */
function sizesOf(said: Sizes, extra: DataView): Sizes {
  for (let i = 0; i + 4 <= extra.byteLength; i += 4 + extra.getUint16(i + 2, true)) {
    if (extra.getUint16(i, true) !== 1) continue
    let at = i + 4
    const end = Math.min(extra.byteLength, at + extra.getUint16(i + 2, true))
    const large = (small: number) => {
      if (small !== 0xffffffff || at + 8 > end) return small
      at += 8
      return Number(extra.getBigUint64(at - 8, true))
    }
    return { unpacked: large(said.unpacked), packed: large(said.packed), at: large(said.at) }
  }
  return said
}

async function directoryPlace(file: GivenFile) {
  const from = Math.max(0, file.size - 66_000)
  const tail = await stretchOf(file, from, file.size)
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue
    const said = {
      entries: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      from: view.getUint32(at + 16, true),
    }
    const locator = at - 20
    if (locator < 0 || view.getUint32(locator, true) !== LOCATOR64) return said
    return (await largePlace(file, Number(view.getBigUint64(locator + 8, true)))) ?? said
  }
  return null
}

async function largePlace(file: GivenFile, at: number) {
  const bytes = await stretchOf(file, at, at + 56)
  if (bytes.length < 56) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== END64) return null
  const [entries, size, from] = [32, 40, 48].map((i) => Number(view.getBigUint64(i, true)))
  return { entries: entries ?? 0, size: size ?? 0, from: from ?? 0 }
}

/** Small enough that a thousand times its size, the most that Deflate unfolds to, fits into memory. */
const SLICE = 8_192

/**
 * A file of the archive, unfolded piece by piece. Stops with a refusal where it is larger than it may be, or unfolds like what is made to fill a
 * machine (a "zip bomb"), or is no Deflate.
 */
export async function* unfolded(
  file: GivenFile,
  entry: ZipEntry,
  most: number,
): AsyncGenerator<Unpacked<Uint8Array>, void> {
  const allowed = Math.min(
    most,
    Math.max(ARCHIVE_LIMITS.unfoldedFreely, entry.packed * ARCHIVE_LIMITS.unfold),
  )
  const too = unfolds(entry.name, allowed)
  if (entry.unpacked > allowed) {
    yield too
    return
  }
  const head = await stretchOf(file, entry.at, entry.at + 30)
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (head.length < 30 || view.getUint32(0, true) !== LOCAL) {
    yield broken(`“${entry.name}” where the directory says`, 'something else')
    return
  }
  const from = entry.at + 30 + view.getUint16(26, true) + view.getUint16(28, true)
  let out: Uint8Array[] = []
  const inflate = new Inflate((data) => out.push(data))
  let total = 0
  for await (const piece of file.read(from, Math.min(file.size, from + entry.packed)))
    for (let at = 0; at < piece.length; at += SLICE) {
      const slice = piece.subarray(at, at + SLICE)
      if (entry.method === 'stored') out.push(slice)
      else if (!pushed(inflate, slice)) {
        yield broken(`“${entry.name}” packed by Deflate`, 'bytes that cannot be unfolded')
        return
      }
      for (const data of out) {
        total += data.length
        if (total > allowed) {
          yield too
          return
        }
        if (data.length > 0) yield ok(data)
      }
      out = []
    }
  if (total < entry.unpacked) yield broken(`“${entry.name}” whole`, `${total} of its ${entry.unpacked} bytes`)
}

function pushed(inflate: Inflate, slice: Uint8Array): boolean {
  try {
    inflate.push(slice)
    return true
  } catch {
    return false
  }
}

function unfolds(name: string, allowed: number): NotUnpacked {
  const expected = `“${name}” to unfold to at most ${allowed} bytes`
  return { ok: false, reason: 'unfolds', expected, found: 'more' }
}
