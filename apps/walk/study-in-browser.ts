import type { StudyInput, StudyTold } from '@corroborate/estimate'
import type { Browser } from 'playwright-core'
import { bundled } from './bundled.ts'

/** Never looked up: every request of the page is answered here. */
const ORIGIN = 'http://study.invalid'

export interface BrowserStudies {
  /** What a worker of the page tells last of its study. */
  readonly study: (input: StudyInput) => Promise<StudyTold>
  readonly close: () => Promise<void>
}

/** An empty page whose workers make studies with the core as the browser gets it: bundled, and nothing of Node beside it. */
export async function studiesIn(browser: Browser): Promise<BrowserStudies> {
  const script = await bundled(new URL('./browser-worker.ts', import.meta.url))
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
