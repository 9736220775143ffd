import { SaxesParser } from 'saxes'
import { ok } from '@corroborate/base'
import type { GivenFile } from './given-file.ts'
import { broken, type Unpacked } from './unpacked.ts'
import { unfolded, type ZipEntry } from './zip-directory.ts'

/** What is told of an XML text as it is read. Names are without their prefix. */
export interface XmlEar {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/** More than this between two signs of markup is nothing that could be kept, and no document nests its parts deeper. */
const [MOST_BETWEEN, MOST_DEPTH] = [64_000_000, 1_000]

/** Reads a part of a workbook or document, as `heardPieces` does. */
export function heard(
  file: GivenFile,
  entry: ZipEntry,
  { most, ear }: { readonly most: number; readonly ear: XmlEar },
): AsyncGenerator<Unpacked<null>, void> {
  return heardPieces(entry.name, unfolded(file, entry, most), ear)
}

/**
 * Reads XML and tells what it is made of. Yields after every piece, so that whoever listens can hand on what it has.
 * A part with a document type is refused: none of ours has one, and it is where entities that unfold without end are declared.
 */
export async function* heardPieces(
  name: string,
  pieces: AsyncIterable<Unpacked<Uint8Array>>,
  ear: XmlEar,
): AsyncGenerator<Unpacked<null>, void> {
  const parser = new SaxesParser({ position: false, xmlns: false } as const)
  const found: { wrong: string | null } = { wrong: null }
  let [between, depth] = [0, 0]
  parser.on('opentag', ({ name: tag, attributes }) => {
    between = 0
    if (++depth > MOST_DEPTH) found.wrong ??= `parts within parts, deeper than ${MOST_DEPTH}`
    ear.open(localName(tag), attributes)
  })
  parser.on('closetag', ({ name: tag }) => {
    between = 0
    depth--
    ear.close(localName(tag))
  })
  parser.on('text', ear.text)
  parser.on('cdata', ear.text)
  parser.on('doctype', () => (found.wrong = 'a document type'))
  parser.on('error', ({ message }) => (found.wrong ??= message.replace(/[.]$/, '')))
  const decoder = new TextDecoder()
  for await (const piece of pieces) {
    if (!piece.ok) {
      yield piece
      return
    }
    const text = decoder.decode(piece.value, { stream: true })
    between += text.length
    parser.write(text)
    if (between > MOST_BETWEEN) found.wrong ??= `more than ${MOST_BETWEEN} characters in one place`
    if (found.wrong !== null) {
      yield broken(`“${name}” as XML`, found.wrong)
      return
    }
    yield ok(null)
  }
  parser.write(decoder.decode()).close()
  yield found.wrong === null ? ok(null) : broken(`“${name}” as XML`, found.wrong)
}

/** Reads a small part whole. */
export async function heardWhole(
  file: GivenFile,
  entry: ZipEntry,
  listening: { readonly most: number; readonly ear: XmlEar },
): Promise<Unpacked<null>> {
  for await (const step of heard(file, entry, listening)) if (!step.ok) return step
  return ok(null)
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** An attribute by its name without prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => localName(key) === name)?.[1]
}
