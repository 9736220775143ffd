import type { Locale } from '@corroborate/base'

/**
 * Arabic as a right-to-left embedding: a drawing runs left to right, and would set the codes and stops in it wrong.
 * The older embedding marks and not isolates, because not everything that draws SVG knows those.
 */
export function bidiSafe(locale: Locale, text: string): string {
  return locale === 'ar' ? `\u202B${text}\u202C` : text
}

/**
 * Words in lines of a width in pixels. Estimated, as no browser measures here: an em holds about two letters of these
 * typefaces, and the estimate is on the wide side, so that lines end early rather than run out.
 */
export function inLines(text: string, { width, size }: { width: number; size: number }): readonly string[] {
  const most = Math.max(8, Math.floor(width / (size * 0.5)))
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && longer.length > most) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

/** The width that a text takes, on the wide side. */
export function widthOf(text: string, size: number): number {
  return text.length * size * 0.52
}
