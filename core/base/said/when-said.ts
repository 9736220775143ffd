import { ok, refuse, type Outcome } from '../outcome.ts'
import { whenFrom, type When } from '../when.ts'
import { HIJRI_YEARS } from './hijri.ts'
import { timeAt } from './times.ts'
import { tokensOf } from './tokens.ts'

/** A time in plain words, and what else the same words may mean: 2/5/2013, "winter 2012", "the feast 2013". */
export interface WhenSaid {
  readonly when: When
  readonly alternatives: readonly When[]
}

/**
 * A time as a person writes it, in English or Arabic, in the Gregorian or the Hijri calendar, or as EDTF: "early 2013", "before
 * Ramadan 2014", "the summer of 2012", "around March 2011", "a week after Eid al-Adha 2013", "15 رجب 1434", "أواخر كانون الثاني
 * 2012". The words are kept as they were written.
 *
 * Conventions beyond those of `whenFrom`, each stated as bounds that a person can narrow:
 * - early, middle and late are thirds (of a month ten days); the beginning and the end of a year are its first and last
 *   quarter, but as the end of a window they are its first and last month;
 * - Hijri days are those of Umm al-Qura, one day to either side, because the moon was seen on other evenings elsewhere;
 * - a distance in weeks holds to 3 days, in months to 15, in years to 180;
 * - a winter is named by the year in which it began; the one before is told as an alternative.
 *
 * @returns `no-year` when only the year is missing, `outside-calendar` for Hijri years outside 1356 to 1500 and days that no
 *   calendar has, `not-a-time` for what cannot be read, with what was not understood
 */
export function whenSaid(words: string): Outcome<WhenSaid, 'not-a-time' | 'no-year' | 'outside-calendar'> {
  const said = words.trim()
  const plain = whenFrom(said, said)
  if (plain.ok) return ok({ when: plain.value, alternatives: [] })
  const tokens = tokensOf(said)
  const read = timeAt(tokens, 0)
  const rest = tokens[read?.length ?? 0]
  if (read === null || (rest !== undefined && rest.text !== '.'))
    return refuse('not-a-time', notRead(said, read === null ? said : said.slice(rest?.start)))
  if (read.value.lacksYear)
    return refuse('no-year', `"${said}" does not say the year; write it too, for instance "${said} 2013"`)
  const whens = read.value.edtf.map((edtf) => whenFrom(edtf, said))
  const [first, ...more] = whens.flatMap((when) => (when.ok ? [when.value] : []))
  if (first !== undefined) return ok({ when: first, alternatives: more })
  const [refused] = whens.filter((when) => !when.ok)
  if (refused !== undefined) return refuse('not-a-time', refused.detail)
  return refuse(
    'outside-calendar',
    `no calendar here has "${said}": Hijri years go from ${HIJRI_YEARS.first} to ${HIJRI_YEARS.last}, and a month ends with its last day`,
  )
}

function notRead(said: string, rest: string): string {
  const what = rest === said ? `"${said}"` : `"${rest}" in "${said}"`
  return `${what} cannot be read as a time; write it for instance as "early 2013", "before Ramadan 2014", "15 Rajab 1434", "from March 2011 until the end of 2012", or as EDTF`
}
