import type { PdfRun } from './pdf-lines.ts'

export interface OpenPdf {
  readonly pages: number
  /** From 1. */
  readonly runsOf: (page: number) => Promise<readonly PdfRun[]>
  readonly close: () => Promise<void>
}

export interface NotOpened {
  readonly ok: false
  readonly reason: 'document-broken' | 'document-encrypted'
  readonly expected: string
  readonly found: string
}

export type PdfOpened = { readonly ok: true; readonly pdf: OpenPdf } | NotOpened

/** Opens a PDF to read what its pages say. */
export async function openPdf(data: Uint8Array): Promise<PdfOpened> {
  const loaded = await loadPdf(data, 'words')
  if (!loaded.ok) return loaded
  const { document, close } = loaded
  return {
    ok: true,
    pdf: {
      pages: document.numPages,
      runsOf: async (number) => {
        const page = await document.getPage(number)
        const { items } = await page.getTextContent({ disableNormalization: true })
        page.cleanup()
        return items.flatMap((item) => ('str' in item ? [runOf(item)] : []))
      },
      close,
    },
  }
}

/**
 * Opens a PDF with pdf.js, in the thread that asks: nothing is fetched, and no script of the file runs. Fonts, those of the machine among them, are
 * used for the image of a page alone, which only a browser can draw.
 */
export async function loadPdf(data: Uint8Array, use: 'words' | 'image') {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') })
  const task = pdfjs.getDocument({
    data,
    ...{ verbosity: 0, useWorkerFetch: false, useWasm: false },
    ...{ useSystemFonts: use === 'image', disableFontFace: use === 'words' },
  })
  try {
    return { ok: true as const, document: await task.promise, close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    return notOpened(error instanceof Error ? error.name : '')
  }
}

function notOpened(name: string): NotOpened {
  if (name === 'PasswordException')
    return {
      ok: false,
      reason: 'document-encrypted',
      expected: 'a PDF that can be opened',
      found: 'one behind a password: save it without one',
    }
  return {
    ok: false,
    reason: 'document-broken',
    expected: 'a whole PDF',
    found: 'one that cannot be read: it may be cut short',
  }
}

function runOf(item: {
  readonly str: string
  readonly transform: readonly unknown[]
  readonly width: number
  readonly height: number
}): PdfRun {
  const [x, y] = [Number(item.transform[4]), Number(item.transform[5])]
  return { words: item.str, x, y, width: item.width, height: item.height }
}
