import { stretchOf, type GivenFile } from '../bytes/given-file.ts'
import { unfolded, zipDirectory } from '../bytes/zip-directory.ts'
import { documentFault, type Archive } from './document-part.ts'
import { textFault, WHOLE, type TextFault } from './text-fault.ts'

/** A document, with the directory of its archive. */
export interface RecognisedDocument {
  readonly kind: 'docx' | 'odt'
  readonly archive: Archive
}

/** What the bytes of a file are. */
export type Recognised =
  | RecognisedDocument
  | { readonly kind: 'pdf' | 'plain' }
  | { readonly kind: 'refused'; readonly fault: TextFault }

/** Where a PDF may begin: programs put their own bytes before it. */
const HEAD = 1_024

const STRANGERS: readonly {
  readonly signs: readonly number[]
  readonly at?: number
  readonly found: string
}[] = [
  { signs: [0x7b, 0x5c, 0x72, 0x74, 0x66], found: 'an RTF file: save it as .docx' },
  { signs: [0x1f, 0x8b], found: 'a file packed by gzip: unpack it first' },
  { signs: [0x89, 0x50, 0x4e, 0x47], found: 'a picture' },
  { signs: [0xff, 0xd8, 0xff], found: 'a picture' },
  { signs: [0x49, 0x44, 0x33], found: 'a recording: what is said in it has to be written down first' },
  { signs: [0x4f, 0x67, 0x67, 0x53], found: 'a recording: what is said in it has to be written down first' },
  { signs: [0x66, 0x4c, 0x61, 0x43], found: 'a recording: what is said in it has to be written down first' },
  {
    signs: [0x57, 0x41, 0x56, 0x45],
    at: 8,
    found: 'a recording: what is said in it has to be written down first',
  },
  {
    signs: [0x66, 0x74, 0x79, 0x70],
    at: 4,
    found: 'a recording: what is said in it has to be written down first',
  },
]

/** Tells what a file is by its first bytes, and by what an archive holds; never by its name. */
export async function recognise(file: GivenFile): Promise<Recognised> {
  const start = await stretchOf(file, 0, HEAD)
  const has = (signs: readonly number[], from = 0) => signs.every((sign, at) => start[from + at] === sign)
  if (has([0x50, 0x4b, 3, 4]) || has([0x50, 0x4b, 5, 6])) return inArchive(file)
  if (has([0xd0, 0xcf, 0x11, 0xe0])) return refused(await compound(file))
  if (new TextDecoder('latin1').decode(start).includes('%PDF-')) return { kind: 'pdf' }
  const stranger = STRANGERS.find(({ signs, at }) => has(signs, at))
  if (stranger === undefined) return { kind: 'plain' }
  return refused(textFault('not-a-text', whole(file), { expected: EXPECTED, found: stranger.found }))
}

const EXPECTED = 'DOCX, ODT, PDF, TXT, VTT, SRT, CSV, or JSON of Whisper or oTranscribe'

async function inArchive(file: GivenFile): Promise<Recognised> {
  const directory = await zipDirectory(file)
  if (!directory.ok) return refused(documentFault(file.name, directory))
  const entries = directory.value
  const archive = { file, entries }
  const names = [...entries.keys()]
  if (names.some((name) => /^word\/document\d*[.]xml$/.test(name))) return { kind: 'docx', archive }
  if (await odtEncrypted(archive)) return refused(encrypted(file))
  const kind = await mimetypeOf(archive)
  if (kind.startsWith('application/vnd.oasis.opendocument.text') && entries.has('content.xml'))
    return { kind: 'odt', archive }
  const found = names.some((name) => name.startsWith('xl/'))
    ? 'a workbook: lists are brought in as lists'
    : 'an archive that holds no document: unpack it first'
  return refused(textFault('not-a-text', whole(file), { expected: EXPECTED, found }))
}

/** The first part of an OpenDocument is its kind, never packed. */
async function mimetypeOf({ file, entries }: Archive): Promise<string> {
  const entry = entries.get('mimetype')
  if (entry?.method !== 'stored' || entry.unpacked > 200) return ''
  // A local header of 30 bytes and the name stand before it, and no extra field may (ODF 1.3, part 2, 3.3).
  const bytes = await stretchOf(file, entry.at + 38, entry.at + 38 + entry.unpacked)
  return new TextDecoder().decode(bytes)
}

const MOST_MANIFEST = 1_000_000

async function odtEncrypted({ file, entries }: Archive): Promise<boolean> {
  const entry = entries.get('META-INF/manifest.xml')
  if (entry === undefined || entry.unpacked > MOST_MANIFEST) return false
  let found = ''
  const decoder = new TextDecoder()
  for await (const piece of unfolded(file, entry, MOST_MANIFEST)) {
    if (!piece.ok) return false
    found += decoder.decode(piece.value, { stream: true })
  }
  return found.includes(':encryption-data')
}

const SEARCHED = 4_000_000

/** A compound file: an old document, or a new one behind a password, which is told by the name of its stream. */
async function compound(file: GivenFile): Promise<TextFault> {
  const bytes = await stretchOf(file, 0, SEARCHED)
  const units = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
  if (units.includes('EncryptedPackage')) return encrypted(file)
  const found = 'a document of old Word (.doc): save it as .docx'
  return textFault('not-a-text', whole(file), { expected: EXPECTED, found })
}

function encrypted(file: GivenFile): TextFault {
  const told = {
    expected: 'a document that can be opened',
    found: 'one behind a password: save it without one',
  }
  return textFault('document-encrypted', whole(file), told)
}

function refused(fault: TextFault): Recognised {
  return { kind: 'refused', fault }
}

function whole({ name }: GivenFile) {
  return { file: name, ...WHOLE }
}
