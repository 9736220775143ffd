import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { givenFileOf } from '../bytes/given-file.ts'
import { docx, paragraph } from '../texts/testing/documents.ts'
import { pdf } from '../texts/testing/pdf.ts'
import { inspectFile } from './inspect-file.ts'

async function hidden(bytes: Uint8Array, name = 'invented') {
  const { hidden: found } = await inspectFile(givenFileOf(name, bytes))
  return found.map(({ kind, at, words }) => [kind, at, words])
}

/** A TIFF of one directory, or two: entries of text behind it, and where a picture was taken. Invented. */
function exif({ thumbnail = false } = {}): Uint8Array {
  const bytes = new Uint8Array(400)
  const view = new DataView(bytes.buffer)
  bytes.set(strToU8('MM'))
  view.setUint16(2, 42)
  view.setUint32(4, 8)
  const entry = (at: number, [tag, type, count, value]: readonly [number, number, number, number]) => {
    view.setUint16(at, tag)
    view.setUint16(at + 2, type)
    view.setUint32(at + 4, count)
    view.setUint32(at + 8, value)
  }
  view.setUint16(8, 2)
  entry(10, [0x013b, 2, 9, 100])
  entry(22, [0x8825, 4, 1, 120])
  view.setUint32(34, thumbnail ? 300 : 0)
  bytes.set(strToU8('Ali Hasan'), 100)
  view.setUint16(120, 2)
  entry(122, [2, 5, 3, 200])
  entry(134, [4, 5, 3, 224])
  for (const [i, part] of [33, 39, 55, 36, 19, 44].entries()) {
    view.setUint32(200 + i * 8, part)
    view.setUint32(204 + i * 8, 1)
  }
  view.setUint16(300, 1)
  entry(302, [0x0201, 4, 1, 380])
  return bytes
}

function segment(marker: number, content: Uint8Array): number[] {
  const length = content.length + 2
  return [0xff, marker, length >> 8, length & 255, ...content]
}
const jpeg = (...segments: readonly (readonly number[])[]) =>
  Uint8Array.from([
    0xff,
    0xd8,
    ...segments.flat(),
    ...segment(0xda, new Uint8Array(4)),
    1,
    0xff,
    0,
    2,
    0xff,
    0xd9,
  ])
const withExif = (options = {}) => segment(0xe1, Uint8Array.from([...strToU8('Exif\0\0'), ...exif(options)]))

function chunk(kind: string, content: Uint8Array): number[] {
  const length = [24, 16, 8, 0].map((shift) => (content.length >> shift) & 255)
  return [...length, ...strToU8(kind), ...content, 0, 0, 0, 0]
}
const png = (...chunks: readonly (readonly number[])[]) =>
  Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    13,
    10,
    26,
    10,
    ...chunks.flat(),
    ...chunk('IEND', new Uint8Array(0)),
  ])

test('a picture as a clean program leaves it holds nothing', async () => {
  expect(await hidden(jpeg())).toEqual([])
  expect(await hidden(png(chunk('IHDR', new Uint8Array(13))))).toEqual([])
})

test('a JPEG tells who, where, and that it holds a small picture and a comment', async () => {
  const xmp = '<x:xmpmeta xmlns:x="a"><dc:creator>Walid</dc:creator><b c:by="Zaynab"/></x:xmpmeta>'
  const bytes = jpeg(
    withExif({ thumbnail: true }),
    segment(0xe1, strToU8(`http://ns.adobe.com/xap/1.0/\0${xmp}`)),
    segment(0xfe, strToU8('seen by Ali')),
  )
  expect(await hidden(bytes)).toEqual([
    ['author-or-program', 'EXIF, Artist', 'Ali Hasan'],
    ['camera-or-place', 'EXIF, GPS', '33.6653, 36.3289'],
    ['thumbnail', 'EXIF, second directory', ''],
    ['author-or-program', 'XMP', 'Zaynab Walid'],
    ['comment', 'comment', 'seen by Ali'],
  ])
})

test('what stands after the end of a picture is told, and what is cut short', async () => {
  expect(await hidden(Uint8Array.from([...jpeg(), ...strToU8('PK more')]))).toEqual([
    ['attachment', 'after the picture’s end', 'PK more'],
  ])
  expect(await hidden(png(chunk('tEXt', strToU8('Author\0Ali Hasan'))).slice(0, 24))).toEqual([
    ['not-readable', 'tEXt', ''],
  ])
})

test('a PNG tells its texts and its EXIF', async () => {
  expect(await hidden(png(chunk('tEXt', strToU8('Author\0Ali Hasan')), chunk('eXIf', exif())))).toMatchObject(
    [
      ['comment', 'tEXt', 'Author Ali Hasan'],
      ['author-or-program', 'EXIF, Artist', 'Ali Hasan'],
      ['camera-or-place', 'EXIF, GPS', '33.6653, 36.3289'],
    ],
  )
})

test('a Word document tells its author, its comments, what was struck out, and its pictures’ secrets', async () => {
  const body = paragraph(
    '<w:del w:author="Walid"><w:r><w:delText>Ali was there</w:delText></w:r></w:del>',
    '<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>',
    'seen',
  )
  const bytes = docx(body, {
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:creator>Ali Hasan</dc:creator></cp:coreProperties>',
    'word/comments.xml':
      '<w:comments xmlns:w="a"><w:comment w:author="Zaynab"><w:t>call him</w:t></w:comment></w:comments>',
    'word/vbaProject.bin': 'x',
  })
  expect(new Set((await hidden(bytes)).map((one) => one.join('|')))).toEqual(
    new Set([
      'revision|word/document.xml|Walid: Ali was there',
      'hidden-text|word/document.xml|unseen',
      'author-or-program|docProps/core.xml, creator|Ali Hasan',
      'comment|word/comments.xml|Zaynab call him',
      'script|word/vbaProject.bin|',
    ]),
  )
  const pictured = zipSync({
    'word/document.xml': strToU8('<d/>'),
    'word/media/image1.jpg': jpeg(withExif()),
  })
  expect((await hidden(pictured)).map(([kind, at]) => [kind, at])).toEqual([
    ['author-or-program', 'word/media/image1.jpg: EXIF, Artist'],
    ['camera-or-place', 'word/media/image1.jpg: EXIF, GPS'],
  ])
})

test('a workbook tells its hidden sheets, rows and columns', async () => {
  const bytes = zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook><sheets><sheet name="Real names" state="veryHidden"/></sheets></workbook>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      '<worksheet><cols><col hidden="1"/></cols><row hidden="1"/></worksheet>',
    ),
  })
  expect(await hidden(bytes)).toEqual([
    ['hidden-sheet', 'xl/workbook.xml', 'Real names'],
    ['hidden-text', 'xl/worksheets/sheet1.xml', '2'],
  ])
})

test('a PDF tells of earlier states, notes, layers and its author', async () => {
  const whole = pdf([[{ x: 10, y: 10, words: 'seen' }]])
  expect(await hidden(whole)).toEqual([])
  const text = new TextDecoder('latin1').decode(whole)
  const edited = text
    .replace('/Type /Catalog', '/Type /Catalog /OCProperties << /OCGs [99 0 R] /D << /OFF [99 0 R] >> >>')
    .replace(
      '/Type /Page /',
      '/Type /Page /Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (call Ali) >>] /',
    )
    .replace(
      'xref\n0 ',
      '99 0 obj\n<< /Type /OCG /Name (names) >>\nendobj\n98 0 obj\n<< /Author (Ali Hasan) >>\nendobj\nxref\n0 ',
    )
    .replace('/Root', '/Info 98 0 R /Root')
  const more = `${edited}\n% a second save\nstartxref\n0\n%%EOF\n`
  const found = await hidden(Uint8Array.from(more, (letter) => letter.charCodeAt(0)))
  expect(found).toContainEqual(['earlier-state', 'the end of the file', '1'])
  expect(found).toContainEqual(['author-or-program', 'Info, Author', 'Ali Hasan'])
  expect(found).toContainEqual(['annotation', 'page 1, Text', 'call Ali'])
  expect(found.find(([kind]) => kind === 'hidden-layer')?.[2]).toBe('names')
})

test('what is none of these is not passed over in silence, and plain text is plain', async () => {
  expect(await hidden(Uint8Array.from([1, 0, 2]))).toEqual([['not-readable', 'the file', '']])
  expect(await hidden(strToU8('code,title\r\n'))).toEqual([])
})
