import type { BagItem } from '@corroborate/ledger'
import { ChunkSource } from './chunk-source.ts'
import { BLOCK, readPax, readTarHeader, type TarHeader } from './tar-header.ts'

/** A pax header of ours has one block. */
const MOST_PAX = 64 * 1024
const MOST_IN_HEADER = 0o77777777777

/** How archives begin that hold their content compressed: what comes out of them has no bound that could be seen before. */
const COMPRESSED: readonly (readonly [string, readonly number[]])[] = [
  ['a ZIP file', [0x50, 0x4b]],
  ['compressed with gzip', [0x1f, 0x8b]],
  ['compressed with zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['compressed with xz', [0xfd, 0x37, 0x7a, 0x58]],
  ['compressed with bzip2', [0x42, 0x5a, 0x68]],
  ['encrypted with age', [0x61, 0x67, 0x65, 0x2d]],
]

/**
 * The files of a package in a tar archive (ustar, pax), one after another as the bytes come. Below one folder, whose name is taken off.
 * Nothing is unpacked: a ZIP or gzip file is told and not opened. Whatever is not as it says ends the stream with `broken`.
 */
export async function* readTar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<BagItem> {
  const source = new ChunkSource(chunks)
  let before: string | null = null
  let top: string | null = null
  for (;;) {
    const header = await nextHeader(source, before)
    if (header !== null && 'kind' in header) {
      yield header
      return
    }
    if (header === null) break
    if (header.type === '5') continue
    const [folder, name] = splitTop(header.name)
    top ??= folder
    const entry = entryOf(header, { name, isBeside: folder !== top })
    if (entry !== null) {
      yield entry
      return
    }
    before = name
    const content = new Content(source, header.size)
    yield { kind: 'file', name, bytes: content }
    if (await content.passBy()) continue
    yield broken(cutAfter(name))
    return
  }
  const rest = await restOf(source)
  if (rest !== null) yield rest
}

/** The next header with its true size; null at the end of the archive, or what is wrong there. */
async function nextHeader(source: ChunkSource, before: string | null): Promise<TarHeader | BagItem | null> {
  const { at } = source
  const block = await source.exactly(BLOCK)
  if (block === null) return broken(cutAfter(before))
  const packed = at === 0 && COMPRESSED.find(([, begins]) => begins.every((byte, i) => block[i] === byte))
  if (packed)
    return broken(`this is ${packed[0]}: a package is a folder or a plain tar file. Nothing was unpacked.`)
  const header = readTarHeader(block)
  if (header.ok) return header.value && sized(source, header.value)
  const what =
    before === null
      ? 'this is no tar file'
      : `"${before}" is longer than it claims, or the archive is damaged`
  return broken(`${what}: at byte ${at} ${header.detail}`)
}

/** An entry that is no file of a package; null where it may be one. */
function entryOf(
  header: TarHeader,
  { name, isBeside }: { readonly name: string; readonly isBeside: boolean },
): BagItem | null {
  if (isBeside) return broken(`"${header.name}" is beside the one folder that an archive of a package has`)
  if (header.type === '0') return null
  return { kind: 'other', name, what: OTHERS[header.type] ?? 'neither a file nor a folder' }
}

const OTHERS: Readonly<Record<string, string>> = { 1: 'a hard link', 2: 'a symbolic link' }

function splitTop(name: string): readonly [string, string] {
  const slash = name.startsWith('/') ? -1 : name.indexOf('/')
  return slash < 0 ? ['', name] : [name.slice(0, slash), name.slice(slash + 1)]
}

/** The entry with its true size, where a pax header comes before it. */
async function sized(source: ChunkSource, header: TarHeader): Promise<TarHeader | BagItem> {
  if (header.type !== 'x') return header
  const body = header.size <= MOST_PAX ? await source.exactly(padded(header.size)) : null
  const pax = body && readPax(body.subarray(0, header.size))
  const block = await source.exactly(BLOCK)
  const next = block && readTarHeader(block)
  if (!pax || !next?.ok || next.value === null || next.value.type === 'x')
    return broken('a pax header of the archive is damaged, or nothing follows it')
  const { size, path } = pax
  if (size === undefined) return { ...next.value, name: path ?? next.value.name }
  const larger = /^[1-9]\d{0,14}$/.test(size) ? Number(size) : 0
  if (larger <= MOST_IN_HEADER || next.value.size !== 0)
    return broken(`"${next.value.name}" claims two sizes, ${next.value.size} bytes and ${size}`)
  return { ...next.value, name: path ?? next.value.name, size: larger }
}

/** After the end there are zeros, and nothing that one reader sees and another does not. */
async function restOf(source: ChunkSource): Promise<BagItem | null> {
  for (let part = await source.some(1 << 20); part !== null; part = await source.some(1 << 20))
    if (part.some((byte) => byte !== 0)) return broken('there are bytes after the end of the archive')
  return null
}

function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK
}

function cutAfter(name: string | null): string {
  return name === null
    ? 'this is no tar file: it is empty or cut'
    : `the archive ends in or after "${name}": it was cut off`
}

function broken(detail: string): BagItem {
  return { kind: 'broken', detail }
}

/** The bytes of one entry, once. */
class Content implements AsyncIterable<Uint8Array> {
  readonly #source: ChunkSource
  readonly #padding: number
  #left: number

  constructor(source: ChunkSource, size: number) {
    this.#source = source
    this.#left = size
    this.#padding = padded(size) - size
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    while (this.#left > 0) {
      const part = await this.#source.some(this.#left)
      if (part === null) return
      this.#left -= part.length
      yield part
    }
  }

  /** What was not read, and the padding; false where the archive ends before. */
  async passBy(): Promise<boolean> {
    while (this.#left > 0) {
      const part = await this.#source.some(this.#left)
      if (part === null) return false
      this.#left -= part.length
    }
    return (await this.#source.exactly(this.#padding)) !== null
  }
}
