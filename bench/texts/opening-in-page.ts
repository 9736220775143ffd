/** How a text came up in a page; milliseconds from the press or the navigation. */
export interface Opened {
  /** When what the server answers for the text had come. */
  readonly data: number
  /** When the first passage had taken the focus and a key had moved the caret in the text. */
  readonly handled: number
  /** The same, or the end of the last long task if that was later. */
  readonly interactive: number
  /** All long tasks together. */
  readonly long: number
}

/** A text that is being opened. */
export interface Opening {
  /** When it can be worked in; the rest of it may still be on its way. */
  readonly handled: Promise<number>
  /** A second later, when all of it is there. */
  readonly opened: Promise<Opened>
}

declare global {
  var openingFrom: (begun: number) => Opening
  var opening: Opening | undefined
}

/** Run in a page before its own scripts: lets it be asked when its text can be worked in. Holds all it needs. */
export function openingIn(): void {
  const tasks: PerformanceEntry[] = []
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({
    type: 'longtask',
    buffered: true,
  })
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await frame()
  }
  const handledFrom = async (begun: number) => {
    const article = () => document.querySelector<HTMLElement>('article[tabindex]')
    const first = () => article()?.querySelector<HTMLElement>('mark a') ?? null
    await until(() => {
      first()?.focus()
      return document.activeElement === first() && first() !== null
    })
    article()?.focus()
    await until(() => {
      article()?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', code: 'ArrowRight', bubbles: true }),
      )
      return document.getSelection()?.isCollapsed === false
    })
    return performance.now() - begun
  }
  const openedFrom = async (begun: number, handling: Promise<number>): Promise<Opened> => {
    const handled = await handling
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const since = tasks.filter(({ startTime }) => startTime >= begun)
    const last = since.at(-1)
    const fetched = performance
      .getEntriesByType('resource')
      .filter(
        (entry) => entry instanceof PerformanceResourceTiming && /\/api\/.*\/texts\/[^/]*$/.test(entry.name),
      )
      .at(-1)
    return {
      data: fetched instanceof PerformanceResourceTiming ? fetched.responseEnd - begun : Number.NaN,
      handled,
      interactive: Math.max(handled, last === undefined ? 0 : last.startTime + last.duration - begun),
      long: since.reduce((sum, { duration }) => sum + duration, 0),
    }
  }
  globalThis.openingFrom = (begun) => {
    const handled = handledFrom(begun)
    return { handled, opened: openedFrom(begun, handled) }
  }
}

/** The words that stand on a page, turn by turn. */
export function wordsOnPage(): readonly string[] {
  return Array.from(document.querySelectorAll('[data-starts-at]'), (turn) => turn.textContent)
}

/** Run in an empty page: the same words as bare paragraphs in a column as wide, the limit of what a page that shows them can do. */
export function bareParagraphs({
  words,
  language,
}: {
  readonly words: readonly string[]
  readonly language: string
}): void {
  document.documentElement.lang = language
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'
  Object.assign(document.body.style, { font: '18px/1.65 serif', width: '42rem', whiteSpace: 'pre-line' })
  for (const said of words) {
    const paragraph = document.createElement('p')
    paragraph.textContent = said
    document.body.append(paragraph)
  }
}

/** Run in a page: from its top to its end in 300 frames, faster than anybody reads. Answers how long each frame took. */
export async function scrollingThrough(): Promise<{ readonly pixels: number; readonly frames: number[] }> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  window.scrollTo({ top: 0 })
  const frames: number[] = []
  let before = await frame()
  for (let nth = 1; nth <= 300; nth++) {
    window.scrollTo({ top: ((document.documentElement.scrollHeight - window.innerHeight) * nth) / 300 })
    const now = await frame()
    frames.push(now - before)
    before = now
  }
  return { pixels: Math.round(window.scrollY), frames }
}
