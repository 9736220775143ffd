import { zipSync, strToU8 } from 'fflate'
import { test as fuzz, fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { givenFileOf, type GivenFile } from '../bytes/given-file.ts'
import { readTextFile } from './read-text-file.ts'
import { readTextFiles } from './read-text-files.ts'
import { docx, odt, paragraph } from './testing/documents.ts'
import { lockedPdf, pdf } from './testing/pdf.ts'
import { bytesOf, refusal } from './testing/read.ts'
import { AS_FOUND } from './text-read.ts'

const WHOLE_DOCX = docx(paragraph('W3: Yes.'))
const WHOLE_PDF = pdf([[{ x: 72, y: 700, words: 'W3: Yes.' }]])
const EXPECTED = 'expected DOCX, ODT, PDF, TXT, VTT, SRT, CSV, or JSON of Whisper or oTranscribe'

/** As Office writes a document behind a password: a compound file with a stream of that name. */
const compound = (stream: string) =>
  Uint8Array.from([
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...Array.from(stream).flatMap((sign) => [sign.charCodeAt(0), 0]),
  ])

describe('a file that cannot be taken in says why in one sentence', () => {
  test.each([
    ['an empty one', '', 'x: expected words, found an empty file.'],
    ['one without words', ' \n\n', 'x: expected words, found none.'],
    [
      'a DOCX cut short',
      WHOLE_DOCX.slice(0, -40),
      'x: expected the directory of its archive, found none: the file may be cut short.',
    ],
    [
      'a DOCX behind a password',
      compound('EncryptedPackage'),
      'x: expected a document that can be opened, found one behind a password: save it without one.',
    ],
    [
      'an old .doc',
      compound('WordDocument'),
      `x: ${EXPECTED}, found a document of old Word (.doc): save it as .docx.`,
    ],
    [
      'an ODT behind a password',
      odt('', { encrypted: true }),
      'x: expected a document that can be opened, found one behind a password: save it without one.',
    ],
    [
      'a PDF cut short',
      WHOLE_PDF.slice(0, 300),
      'x: expected a whole PDF, found one that cannot be read: it may be cut short.',
    ],
    [
      'a PDF behind a password',
      lockedPdf(),
      'x: expected a PDF that can be opened, found one behind a password: save it without one.',
    ],
    [
      'a scanned PDF',
      pdf([[], []]),
      'x: expected words, found 2 pages of pictures: the PDF is scanned and has to be read by text recognition first.',
    ],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), `x: ${EXPECTED}, found a picture.`],
    ['RTF', '{\\rtf1 x}', `x: ${EXPECTED}, found an RTF file: save it as .docx.`],
    [
      'a workbook',
      zipSync({ 'xl/workbook.xml': strToU8('<x/>') }),
      `x: ${EXPECTED}, found a workbook: lists are brought in as lists.`,
    ],
    [
      'an archive',
      zipSync({ 'a.txt': strToU8('a') }),
      `x: ${EXPECTED}, found an archive that holds no document: unpack it first.`,
    ],
    [
      'HTML',
      '<!doctype html><p>x',
      'x: expected words, found a page of HTML or XML: save it as text or .docx.',
    ],
    [
      'JSON cut short',
      '{"segments": [{"start": 0,',
      'x: expected JSON of Whisper or oTranscribe, found JSON that cannot be read: it may be cut short.',
    ],
    ['other JSON', '{"a": 1}', 'x: expected JSON of Whisper or oTranscribe, found other JSON.'],
    [
      'JSON of brackets',
      `{"a": ${'['.repeat(100)}${']'.repeat(100)}}`,
      'x: expected JSON of Whisper or oTranscribe, found brackets within brackets, deeper than 64.',
    ],
    [
      'bytes that are no letters',
      Uint8Array.from({ length: 600 }, (_, i) => (i % 3 === 0 ? 0 : (i * 7) % 128)),
      'x, line 1: expected text, found a character of value zero (U+0000): it may be another kind of file.',
    ],
    [
      'a table with an open quote',
      'speaker,words\nI,When?\nW3,"At night\n',
      'x, line 3: expected a quote that closes the one opened here, found none to the end of the file.',
    ],
  ])('%s', async (_, content, sentence) => {
    expect(await refusal(content, 'x')).toBe(sentence)
  })

  test('a text of 2 GB is refused by its size, before a byte of it is read beyond its head', async () => {
    let asked = 0
    const file: GivenFile = {
      name: 'large.txt',
      size: 2_000_000_000,
      read: async function* (from, to) {
        asked += to - from
        yield await Promise.resolve(new Uint8Array(to - from))
      },
    }
    const result = await readTextFile(file)
    expect(result).toMatchObject({
      ok: false,
      fault: { sentence: 'large.txt: expected at most 256000000 bytes, found 2000000000.' },
    })
    expect(asked).toBe(0)
  })

  test('a document that unfolds without end is refused', async () => {
    const bomb = docx(paragraph(`W3: ${'a'.repeat(33_000_000)}`))
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refusal(bomb, 'x')).toBe(
      'x: expected “word/document.xml” to unfold to at most 32000000 bytes, found more.',
    )
  })

  test.each([
    [
      'entities that unfold',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document/>',
      'a document type',
    ],
    [
      'parts within parts',
      `${'<a>'.repeat(2_000)}${'</a>'.repeat(2_000)}`,
      'parts within parts, deeper than 1000',
    ],
  ])('XML of %s is refused', async (_, xml, found) => {
    const bomb = zipSync({ 'word/document.xml': strToU8(xml) })
    expect(await refusal(bomb, 'x')).toBe(`x: expected “word/document.xml” as XML, found ${found}.`)
  })
})

test('the rest of a batch goes on past what is broken, each file with its own result', async () => {
  const files = [
    givenFileOf('a.txt', bytesOf('W3: Yes.\n')),
    givenFileOf('b.docx', WHOLE_DOCX.slice(0, -40)),
    givenFileOf('c.vtt', bytesOf('WEBVTT\n\n00:01.000 --> 00:02.000\n<v W3>No.\n')),
  ]
  const results: string[] = []
  for await (const { index, file, result } of readTextFiles(files, () => AS_FOUND))
    results.push(`${index} ${file.name} ${result.ok ? result.text.form : result.fault.reason}`)
  expect(results).toEqual(['0 a.txt txt', '1 b.docx document-broken', '2 c.vtt vtt'])
})

const damaged = fc
  .tuple(
    fc.constantFrom(
      WHOLE_DOCX,
      odt('<text:p>W3: Yes.</text:p>'),
      bytesOf('WEBVTT\n\n00:01.000 --> 00:02.000\n<v W3>No.\n'),
    ),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
    fc.nat(),
  )
  .map(([whole, changes, cut]) => {
    const bytes = whole.slice(0, cut % 4 === 0 ? whole.length : cut % (whole.length + 1))
    for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value
    return bytes
  })

fuzz.prop([
  fc.oneof(
    damaged,
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 300 }).map(bytesOf),
  ),
])(
  'whatever the bytes, a file is read or refused with its name, and never breaks the reader',
  async (bytes) => {
    const result = await readTextFile(givenFileOf('x', bytes))
    if (result.ok) expect(result.text.turns.length).toBeGreaterThan(0)
    else expect(result.fault.sentence).toMatch(/^x[:,] /)
  },
)
