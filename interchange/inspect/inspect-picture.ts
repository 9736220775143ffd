import type { HiddenInFile } from '@corroborate/disclosure'
import { inspectTiff } from './inspect-tiff.ts'

const MOST_WORDS = 2_000
const [END_OF_IMAGE, SCAN, COMMENT, APP1, APP13] = [0xd9, 0xda, 0xfe, 0xe1, 0xed]

/** What a JPEG holds beside its picture: EXIF, XMP, IPTC, comments, and whatever stands after its end. ITU-T T.81, annex B. */
export function inspectJpeg(bytes: Uint8Array): readonly HiddenInFile[] {
  const found: HiddenInFile[] = []
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return [...found, { kind: 'not-readable', at: `byte ${at}`, words: '' }]
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (marker === END_OF_IMAGE) break
    else {
      const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
      found.push(...inSegment(marker, bytes.subarray(at + 4, at + 2 + length)))
      at += 2 + length
      if (marker === SCAN) at = afterScan(bytes, at)
    }
  }
  return [...found, ...afterEnd(bytes, at + 2)]
}

function inSegment(marker: number, content: Uint8Array): readonly HiddenInFile[] {
  const starts = (sign: string) => latin(content.subarray(0, sign.length)) === sign
  if (marker === COMMENT) return [{ kind: 'comment', at: 'comment', words: legible(content) }]
  if (marker === APP13) return [{ kind: 'author-or-program', at: 'IPTC', words: legible(content) }]
  if (marker !== APP1) return []
  if (starts('Exif\0\0')) return inspectTiff(content.subarray(6))
  return starts('http://ns.adobe.com/') ? [ofXmp(new TextDecoder().decode(content))] : []
}

/** Past the picture itself: a marker that is neither a stuffed byte nor a restart. */
function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** What a PNG holds beside its picture: text, EXIF, times, and whatever stands after its end. ISO/IEC 15948, clause 11. */
export function inspectPng(bytes: Uint8Array): readonly HiddenInFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: HiddenInFile[] = []
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const kind = latin(bytes.subarray(at + 4, at + 8))
    if (at + 12 + length > bytes.length) return [...found, { kind: 'not-readable', at: kind, words: '' }]
    found.push(...inChunk(kind, bytes.subarray(at + 8, at + 8 + length)))
    at += 12 + length
    if (kind === 'IEND') break
  }
  return [...found, ...afterEnd(bytes, at)]
}

function inChunk(kind: string, content: Uint8Array): readonly HiddenInFile[] {
  if (kind === 'eXIf') return inspectTiff(content)
  if (kind === 'tIME') return [{ kind: 'camera-or-place', at: kind, words: '' }]
  if (!['tEXt', 'iTXt', 'zTXt'].includes(kind)) return []
  return [{ kind: 'comment', at: kind, words: legible(content) }]
}

function afterEnd(bytes: Uint8Array, end: number): readonly HiddenInFile[] {
  const left = bytes.length - end
  return left <= 0
    ? []
    : [{ kind: 'attachment', at: 'after the picture’s end', words: legible(bytes.subarray(end)) }]
}

/** The words of an XMP packet, without its tags: names stand in elements and in attributes. */
export function ofXmp(packet: string): HiddenInFile {
  const attributes = [...packet.matchAll(/(?<!xmlns):\w+="([^"]*)"/g)].map(([, value = '']) => value)
  const words = [...attributes, packet.slice(packet.indexOf('<')).replace(/<[^>]*>/g, ' ')].join(' ')
  return { kind: 'author-or-program', at: 'XMP', words: shortened(words) }
}

function legible(content: Uint8Array): string {
  return shortened(
    new TextDecoder().decode(content.subarray(0, MOST_WORDS)).replace(/[\p{Cc}\uFFFD]+/gu, ' '),
  )
}

function shortened(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS)
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
