import { encodingOfFile } from '../bytes/encoding-of-file.ts'
import type { GivenFile } from '../bytes/given-file.ts'
import { textReader, type EncodingFound } from '../bytes/text-of-bytes.ts'
import { documentFault, type DocumentRead } from './document-part.ts'
import { gatherCues, gatherParagraphs } from './gather.ts'
import { gatherPlain } from './gather-plain.ts'
import { readDocx } from './read-docx.ts'
import { readOdt } from './read-odt.ts'
import { readPdf } from './read-pdf.ts'
import { recognise, type Recognised, type RecognisedDocument } from './recognise.ts'
import { textFault, WHOLE, type TextFault } from './text-fault.ts'
import { TEXT_LIMITS } from './text-limits.ts'
import { AS_FOUND, type Gathered, type TextAsked, type TextForm, type TextResult } from './text-read.ts'
import { columnsOfRows, cuesOfRows } from './turns-of-rows.ts'
import { wholeText } from './whole-text.ts'

/**
 * Reads a file of testimony: DOCX, ODT, PDF, plain text, WebVTT, SubRip, CSV, and the JSON of Whisper and oTranscribe. What it is, is told by its
 * bytes, never by its name. Writes nothing and decides nothing: the turns, with speakers, times and direction, wait for a person to confirm.
 * @returns the text with what should be looked at, or the one fault for which nothing of the file is taken in
 */
export async function readTextFile(file: GivenFile, asked: TextAsked = AS_FOUND): Promise<TextResult> {
  const no = (fault: TextFault): TextResult => ({ ok: false, fault })
  if (file.size === 0)
    return no(
      textFault('file-empty', { file: file.name, ...WHOLE }, { expected: 'words', found: 'an empty file' }),
    )
  const large = tooLarge(file, TEXT_LIMITS.fileBytes)
  if (large !== null) return no(large)
  const recognised = await recognise(file)
  if (recognised.kind === 'refused') return no(recognised.fault)
  const gathered = await gatheredFrom(file, recognised, asked)
  return 'reason' in gathered ? no(gathered) : wholeText(file.name, gathered)
}

function gatheredFrom(
  file: GivenFile,
  recognised: Exclude<Recognised, { readonly kind: 'refused' }>,
  asked: TextAsked,
): Promise<Gathered | TextFault> {
  switch (recognised.kind) {
    case 'plain':
      return ofPlain(file, asked)
    case 'pdf':
      return ofPdf(file, asked)
    case 'docx':
    case 'odt':
      return ofDocument(recognised, asked)
  }
}

function tooLarge({ name, size }: GivenFile, most: number): TextFault | null {
  if (size <= most) return null
  const told = { expected: `at most ${most} bytes`, found: `${size}` }
  return textFault('file-too-large', { file: name, ...WHOLE }, told)
}

async function ofPlain(file: GivenFile, asked: TextAsked): Promise<Gathered | TextFault> {
  const large = tooLarge(file, TEXT_LIMITS.plainBytes)
  if (large !== null) return large
  const encoding = await encodingOfFile(file, asked.encoding)
  const reader = textReader(encoding.encoding)
  let text = ''
  for await (const piece of file.read(0, file.size)) text += reader.next(piece)
  text += reader.next(null)
  const zero = text.indexOf('\0')
  if (zero !== -1) {
    const line = text.slice(0, zero).split('\n').length
    const told = {
      expected: 'text',
      found: 'a character of value zero (U+0000): it may be another kind of file',
    }
    return textFault('zero-character', { file: file.name, line, part: null }, told)
  }
  return gatherPlain(file.name, { text, encoding: sure(encoding, text) }, asked)
}

/** Plain letters alone read the same in every encoding of one byte: nothing was guessed. */
function sure(encoding: EncodingFound, text: string): EncodingFound {
  return /^[\0-\x7f]*$/.test(text) && encoding.by === 'guess' ? { ...encoding, by: 'bytes' } : encoding
}

async function ofPdf(file: GivenFile, asked: TextAsked): Promise<Gathered | TextFault> {
  const read = await readPdf(file)
  if ('reason' in read) return read
  return gatherParagraphs(file.name, { form: 'pdf', ...read }, asked)
}

async function ofDocument(
  { kind, archive }: RecognisedDocument,
  asked: TextAsked,
): Promise<Gathered | TextFault> {
  const { name } = archive.file
  const read = await (kind === 'docx' ? readDocx(archive) : readOdt(archive))
  if (!read.ok) return documentFault(name, read)
  const { value } = read
  return ofTable(name, kind, value) ?? gatherParagraphs(name, { form: kind, ...value }, asked)
}

/** A document whose table is the transcript: rows of who, when and what. What stands outside the table belongs to nobody. */
function ofTable(file: string, form: TextForm, { rows, outside, warnings }: DocumentRead): Gathered | null {
  const columns = columnsOfRows(rows)
  if (columns === null) return null
  const { cues, warnings: more } = cuesOfRows(file, rows, columns)
  return gatherCues(file, { form, cues, before: outside, warnings: [...warnings, ...more] })
}
