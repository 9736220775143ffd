import { ok, refuse, type Outcome } from '@corroborate/base'
import { CRIMES, type Crime } from './crimes.ts'

/** The Court's words of each element, by the element's id, as a user loaded them. */
export type OfficialText = ReadonlyMap<string, string>

const HEADING = /^(?:article\s+|المادة\s+)?([678]\s*(?:\(\s*[0-9a-z]+\s*\)\s*)+(?:-\s*\d+)?)/iu
const NUMBERED = /^(\d{1,2})\s*[.)]\s*(\S.*)$/u

/**
 * Reads the official text of elements that a user supplies, which is not shipped: plain text, for each crime a line that begins with
 * its article, `7 (1) (f)` or `Article 8(2)(c)(i)-4`, and below it the elements, each beginning on a line with its number: `1. …`. Lines that
 * follow belong to the element above them. What stands before the first article is passed over.
 *
 * @returns `unknown-crime` for an article that is not among ours, `no-such-element` for a number that the crime does not have or that comes
 *   twice, `nothing` where no element was found; the sentence names file and line
 */
export function readOfficialText(
  text: string,
  file: string,
): Outcome<OfficialText, 'unknown-crime' | 'no-such-element' | 'nothing'> {
  const found = new Map<string, string>()
  let crime: Crime | null = null
  let current: string | null = null
  for (const [at, raw] of text.split(/\r\n?|\n/u).entries()) {
    const line = raw.trim()
    const place = `${file}, line ${String(at + 1)}`
    const heading = HEADING.exec(line)?.[1]
    const numbered = crime && NUMBERED.exec(line)
    if (heading !== undefined) {
      crime = CRIMES.find(({ article }) => article === compact(heading)) ?? null
      if (crime === null)
        return refuse(
          'unknown-crime',
          `${place}: there is no crime ${compact(heading)} among those known here`,
        )
      current = null
    } else if (crime && numbered) {
      const [, number = '', words = ''] = numbered
      current = elementOf(crime, number, found)
      if (current === null) return refuse('no-such-element', noElement(place, crime, number))
      found.set(current, words)
    } else if (current !== null && line !== '') found.set(current, `${found.get(current) ?? ''}\n${line}`)
  }
  return found.size === 0 ? refuse('nothing', `${file} has no numbered element below an article`) : ok(found)
}

/** The element with this number, unless it has been read already. */
function elementOf(crime: Crime, number: string, found: OfficialText): string | null {
  const element = crime.elements.find((one) => one.number === Number(number))
  return element === undefined || found.has(element.id) ? null : element.id
}

function noElement(place: string, { article, elements }: Crime, number: string): string {
  return `${place}: ${article} has ${elements.length} elements, each once; found number ${number}`
}

function compact(article: string): string {
  return article.replaceAll(/\s/g, '').toLowerCase()
}
