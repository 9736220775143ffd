import { fileURLToPath } from 'node:url'
import type { StudyInput, StudyTold } from '@corroborate/estimate'
import type { Browser } from 'playwright-core'
import { build } from 'vite'

/** Never looked up: every request of the page is answered here. */
const ORIGIN = 'http://study.invalid'

export interface BrowserStudies {
  /** What a worker of the page tells last of its study. */
  readonly study: (input: StudyInput) => Promise<StudyTold>
  readonly close: () => Promise<void>
}

/** An empty page whose workers make studies with the core as the browser gets it: bundled, and nothing of Node beside it. */
export async function studiesIn(browser: Browser): Promise<BrowserStudies> {
  const script = await bundled()
  const page = await browser.newPage()
  await page.route(`${ORIGIN}/**`, (route) =>
    route.fulfill(
      route.request().url().endsWith('/worker.js')
        ? { contentType: 'text/javascript', body: script }
        : { contentType: 'text/html', body: '<!doctype html><title>Study</title>' },
    ),
  )
  await page.goto(`${ORIGIN}/`)
  return {
    study: (input) => page.evaluate(studyInPage, input),
    close: () => page.close(),
  }
}

/** Runs in the page. */
function studyInPage(input: StudyInput): Promise<StudyTold> {
  return new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js')
    worker.onmessage = ({ data }: MessageEvent<StudyTold>) => {
      if (data.kind === 'share') return
      worker.terminate()
      resolve(data)
    }
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(input)
  })
}

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: {
        entry: fileURLToPath(new URL('./browser-worker.ts', import.meta.url)),
        formats: ['iife'],
        name: 'study',
      },
    },
  })
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : []
  const [chunk] = outputs.flatMap(({ output }) => output)
  if (chunk?.type !== 'chunk') throw new Error('nothing was bundled')
  return chunk.code
}
