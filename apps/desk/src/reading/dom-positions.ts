import { codePointLength, indexText, type Stretch } from '@corroborate/testimony'

/** The attribute of an element whose text is a stretch of the text that is read: the code point at which it starts. */
export const STARTS_AT = 'data-starts-at'

/** What is chosen on the page, in code points of the text; null where nothing is, or something outside the text. */
export function stretchChosen(within: HTMLElement): Stretch | null {
  const chosen = document.getSelection()
  if (chosen === null || chosen.isCollapsed || chosen.rangeCount === 0) return null
  const range = chosen.getRangeAt(0)
  if (!within.contains(range.commonAncestorContainer)) return null
  const [start, end] = [
    positionOf(range.startContainer, range.startOffset, within),
    positionOf(range.endContainer, range.endOffset, within),
  ]
  return start === null || end === null || start >= end ? null : { start, end }
}

/** Shows a stretch as chosen, drawn by the browser: no letter of an Arabic word is parted for it. Answers where it ends. */
export function choose(stretch: Stretch, within: HTMLElement): HTMLElement | null {
  const [from, to] = [placeOf(stretch.start, within, false), placeOf(stretch.end, within, true)]
  if (from === null || to === null) return null
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  return to.node.parentElement
}

/** The code point at a place of the page. Between two turns it is the end of the one before. */
function positionOf(node: Node, offset: number, within: HTMLElement): number | null {
  const line = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(`[${STARTS_AT}]`)
  if (line === null || line === undefined) return lastBefore(node, offset, within)
  const before = document.createRange()
  before.setStart(line, 0)
  before.setEnd(node, offset)
  return startOf(line) + codePointLength(before.toString())
}

function lastBefore(node: Node, offset: number, within: HTMLElement): number | null {
  const here = document.createRange()
  here.setStart(node, offset)
  const before = linesIn(within).findLast((line) => here.comparePoint(line, 0) < 0)
  return before === undefined ? null : startOf(before) + codePointLength(before.textContent)
}

interface Place {
  readonly node: Text
  readonly offset: number
}

/** Where a code point stands on the page. An end stands after the last character of its line, a start before the first of the next. */
function placeOf(position: number, within: HTMLElement, isEnd: boolean): Place | null {
  const line = linesIn(within).findLast((one) => (isEnd ? startOf(one) < position : startOf(one) <= position))
  if (line === undefined) return null
  let left = indexText(line.textContent).unitAt(position - startOf(line))
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    if (left < node.length || (isEnd && left === node.length)) return { node, offset: left }
    left -= node.length
  }
  return null
}

function linesIn(within: HTMLElement): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(`[${STARTS_AT}]`)]
}

function startOf(line: HTMLElement): number {
  return Number(line.getAttribute(STARTS_AT))
}
