import { expect, test } from 'vitest'
import { fixture, HOSTILE, hostileFixture } from '../testing/fixture.ts'
import { printedReport } from '../printed-report.ts'
import { reportPdf } from './report-pdf.ts'
import { typstData } from './typst-data.ts'

/** A PDF as Latin-1, in which its plain objects can be read. */
function readable(pdf: Uint8Array): string {
  return new TextDecoder('latin1').decode(pdf)
}

test('the same edition gives the same bytes', async () => {
  const [first, other, again] = [
    await reportPdf(fixture('en')),
    await reportPdf(fixture('ar')),
    await reportPdf(fixture('en')),
  ]
  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
})

test('the only date in a PDF is the report’s own', async () => {
  const dates = [...readable(await reportPdf(fixture('en'))).matchAll(/D:(\d{8})/g)].map(([, date]) => date)
  expect(new Set(dates)).toEqual(new Set(['20170207']))
})

test.each(['en', 'ar'] as const)(
  'a PDF is tagged, has both scripts embedded, and has pages (%s)',
  async (locale) => {
    const pdf = readable(await reportPdf(fixture(locale)))
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toMatch(new RegExp(`/Lang \\(${locale}\\)`))
    expect(pdf).toContain('SourceSerif4-Regular')
    expect(pdf).toContain('NotoNaskhArabic-Regular')
    expect([...pdf.matchAll(/\/Type \/Page\b/g)].length).toBeGreaterThan(1)
  },
)

test('the charts in a PDF have their numbers in words', async () => {
  // A text string of a PDF is UTF-16 in hexadecimal where it is not plain ASCII.
  const utf16 = Array.from('3,360 to 5,040', (sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join(
    '',
  )
  expect(readable(await reportPdf(fixture('en'))).toLowerCase()).toContain(utf16)
})

test('hostile text is set as text: no file is read and nothing fails', async () => {
  const hostile = hostileFixture('en')
  const pdf = await reportPdf(hostile)
  expect(readable(pdf).startsWith('%PDF-')).toBe(true)
  const { data } = typstData(printedReport(hostile), hostile.resolved)
  expect(data).toMatchObject({ title: HOSTILE, subtitle: HOSTILE, notice: HOSTILE })
  // The document title in the PDF's own information is the text, unread.
  expect(readable(pdf)).toContain('(#read("/etc/passwd") *bold* $x$ \\\\ <script>')
})

test('an author, a code or a date that ends in digits does not run into the number of a note', () => {
  const ar = fixture('ar')
  const { data } = typstData(printedReport(ar), ar.resolved)
  expect(JSON.stringify(data)).toContain('"number":"\u2068٢\u2069"')
})
