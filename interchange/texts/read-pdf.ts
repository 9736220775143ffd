import type { GivenFile } from '../bytes/given-file.ts'
import { stretchOf } from '../bytes/given-file.ts'
import { orderOfLetters, plainLetters, presentationForms, rightToLeft } from './arabic-order.ts'
import { openPdf, type OpenPdf } from './open-pdf.ts'
import { beginsParagraph, linesOf, runningHeads, type PdfLine } from './pdf-lines.ts'
import { textFault, WHOLE, type TextFault, type TextWarning } from './text-fault.ts'
import { TEXT_LIMITS } from './text-limits.ts'
import type { Paragraph } from './turns-of-paragraphs.ts'

export interface PdfRead {
  readonly paragraphs: readonly Paragraph[]
  readonly compare: readonly number[]
  readonly warnings: readonly TextFault[]
}

/**
 * The words of a PDF, in the order in which the file writes them. Arabic may stand in a PDF as it is drawn and not as it is read: letters cut for
 * print become letters again, runs are set in order from the right, and words that came out backwards are turned around; whatever of it was done,
 * the pages are named that have to be compared with their image. Scanned pages have no words.
 */
export async function readPdf(file: GivenFile): Promise<PdfRead | TextFault> {
  const opened = await openPdf(await stretchOf(file, 0, file.size))
  if (!opened.ok) return textFault(opened.reason, { file: file.name, ...WHOLE }, opened)
  try {
    return await readPages(file.name, opened.pdf)
  } finally {
    await opened.pdf.close()
  }
}

async function readPages(file: string, pdf: OpenPdf): Promise<PdfRead | TextFault> {
  if (pdf.pages > TEXT_LIMITS.pages) {
    const told = { expected: `at most ${TEXT_LIMITS.pages} pages`, found: `${pdf.pages}` }
    return textFault('too-many-pages', { file, ...WHOLE }, told)
  }
  const runs = []
  for (let page = 1; page <= pdf.pages; page++) runs.push(await pdf.runsOf(page))
  const raw = runs.flat().map(({ words }) => words)
  if (raw.every((words) => words.trim() === '')) {
    const expected = 'words'
    const found = `${pdf.pages} pages of pictures: the PDF is scanned and has to be read by text recognition first`
    return textFault('no-text-layer', { file, ...WHOLE }, { expected, found })
  }
  const plain = runs.map((page) => page.map((run) => ({ ...run, words: plainLetters(run.words) })))
  const turn = orderOfLetters(plain.flatMap((page) => page.map(({ words }) => words)).join('\n')) === 'visual'
  const pages = plain.map((page, at) => linesOf(page, at + 1, turn))
  const heads = runningHeads(pages)
  const forms = raw.reduce((sum, words) => sum + presentationForms(words), 0)
  const compare = pages.flatMap((lines, at) =>
    lines.some(({ words }) => rightToLeft(words)) ? [at + 1] : [],
  )
  return {
    paragraphs: paragraphsOf(pages.flat().filter((line) => !heads.has(line))),
    compare,
    warnings: warningsOf(file, { pages, heads: heads.size, forms, turn, compare }),
  }
}

function paragraphsOf(lines: readonly PdfLine[]): readonly Paragraph[] {
  return lines.map((line, i) => ({
    ...{ words: line.words, kind: 'words', strong: 0, page: line.page },
    goesOn: beginsParagraph(line, lines[i - 1] ?? null) ? 'no' : 'words',
    at: { line: null, part: `page ${line.page}` },
  }))
}

interface Seen {
  readonly pages: readonly (readonly PdfLine[])[]
  readonly heads: number
  readonly forms: number
  readonly turn: boolean
  readonly compare: readonly number[]
}

function warningsOf(file: string, { pages, heads, forms, turn, compare }: Seen): readonly TextFault[] {
  const warnings: TextFault[] = []
  const warn = (reason: TextWarning, part: string | null, [expected, found]: readonly [string, string]) =>
    warnings.push(textFault(reason, { file, line: null, part }, { expected, found }))
  const empty = pages.flatMap((lines, at) => (lines.length === 0 ? [at + 1] : []))
  if (empty.length > 0)
    warn('page-without-text', numbered(empty), ['words', 'none: pictures only, which were not read'])
  if (compare.length > 0)
    warn('right-to-left-in-pdf', numbered(compare), [
      'words in the order in which they are read',
      'letters written from right to left, which a PDF may hold otherwise: compare with the image of the page',
    ])
  if (forms > 0)
    warn('presentation-forms', null, ['letters', `${forms} that were cut for print, made letters again`])
  if (turn)
    warn('visual-order', null, ['words as they are read', 'words backwards, which were turned around'])
  if (heads > 0)
    warn('running-heads', null, [
      'words of the text',
      `${heads} lines at the edge of pages that come again, left out`,
    ])
  return warnings
}

/** "page 3", or "pages 3, 4, 5 and 12 more". */
function numbered(pages: readonly number[]): string {
  const shown = pages.slice(0, 10).join(', ')
  const more = pages.length > 10 ? ` and ${pages.length - 10} more` : ''
  return `${pages.length === 1 ? 'page' : 'pages'} ${shown}${more}`
}
