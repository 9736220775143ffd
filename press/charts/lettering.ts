import type { Locale } from '@corroborate/base'
import { INK } from './ink.ts'
import type { Letters } from './shapes.ts'

/**
 * Arabic as a right-to-left embedding: a drawing runs left to right, and would set the codes and stops in it wrong.
 * The older embedding marks and not isolates, because not everything that draws SVG knows those.
 */
export function bidiSafe(locale: Locale, text: string): string {
  return locale === 'ar' ? `\u202B${text}\u202C` : text
}

/**
 * Words in lines of a width in pixels. Estimated, as no browser measures here: an em holds about two letters of these
 * typefaces, and the estimate is on the wide side, so that lines end early rather than run out. No line ends at a no-break space.
 */
export function inLines(text: string, { width, size }: { width: number; size: number }): readonly string[] {
  const most = Math.max(8, Math.floor(width / (size * 0.5)))
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[^\S\u00A0]+/)) {
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

/** Text of a row in the usual look, or as the row asks. */
export function letters(y: number, text: string, look: Partial<Letters> = {}): Letters {
  return { y, text, side: 'start', size: 13, bold: false, fill: INK, ...look }
}

/** A name without an Arabic letter ("[12][13]") keeps its own order of signs inside Arabic. */
export function nameSafe(locale: Locale, name: string): string {
  return locale === 'ar' && !/\p{Script=Arabic}/u.test(name) ? `\u202A${name}\u202C` : name
}
