/**
 * The walk from a sentence of a report to the words that carry it. Where it began travels in the address (`from`),
 * so that the way back is one step from anywhere, also after a reload and in a second window.
 */
export interface Walk {
  readonly from?: string | undefined
}

/** Where a walk began: the report, and the anchor of the sentence or figure (`s12`, or `s12.2` for its second part). */
export interface WalkStart {
  readonly report: string
  readonly anchor: string
}

export function walkFrom(start: WalkStart): string {
  return `${start.report}~${start.anchor}`
}

/** Null when the address names no report and sentence. */
export function startOfWalk(from: string | undefined): WalkStart | null {
  const [report, anchor, ...more] = (from ?? '').split('~')
  if (report === undefined || anchor === undefined || more.length > 0) return null
  return report === '' || !/^s\d+([.]\d+)?$/.test(anchor) ? null : { report, anchor }
}

/** The sentence that an anchor lies in: `s12` for `s12.2`. */
export function sentenceAnchor(anchor: string): string {
  return anchor.split('.')[0] ?? anchor
}

/** The figure of its sentence that an anchor means, counted by parts; null for the sentence as a whole. */
export function figureOfAnchor(anchor: string): number | null {
  const [, part] = anchor.split('.')
  return part === undefined || !/^\d+$/.test(part) ? null : Number(part)
}

/** Which sentence of its report an anchor means, counted from 1: what stands at its end, as a note's number would. */
export function numberOfSentence(anchor: string): number {
  return Number(sentenceAnchor(anchor).slice(1))
}
