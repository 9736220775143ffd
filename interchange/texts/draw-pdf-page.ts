import { loadPdf, type NotOpened } from './open-pdf.ts'

export interface PageToDraw {
  /** From 1. */
  readonly page: number
  /** Becomes as large as the page needs at this width, in pixels. */
  readonly canvas: HTMLCanvasElement
  readonly width: number
}

/**
 * Draws a page of a PDF as it is printed, in a browser, from the file alone: what was read can be held against it. Letters of fonts that the file
 * does not hold are drawn in fonts of this machine; pictures compressed by JPEG 2000 or JBIG2, and East Asian encodings that are not in the
 * file, are left out: what pdf.js needs for those would have to be fetched.
 * @returns how many pages there are
 */
export async function drawPdfPage(
  data: Uint8Array,
  { page: number, canvas, width }: PageToDraw,
): Promise<{ readonly ok: true; readonly pages: number } | NotOpened> {
  const loaded = await loadPdf(data, 'image')
  if (!loaded.ok) return loaded
  const { document, close } = loaded
  try {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
    canvas.width = Math.round(viewport.width)
    canvas.height = Math.round(viewport.height)
    await page.render({ canvas, viewport }).promise
    return { ok: true, pages: document.numPages }
  } finally {
    await close()
  }
}
