import { isJoined, type Read, type Token } from '@corroborate/base'
import type { Weekday } from '../pattern.ts'
import { bareWeekdayAt, dayWordAt, weekdayAt } from './words-of-speaking.ts'

const WEEK: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const LINKS = new Set([',', '،', 'and', 'or', 'و', 'او'])
const THROUGH = new Set(['to', 'through', 'until', '-', '–', 'الي', 'حتي'])

/** Days of the week in a row: "Mondays and Wednesdays", "Sunday to Thursday", يومي الاثنين والأربعاء. */
export function weekdaysAt(tokens: readonly Token[], at: number): Read<readonly Weekday[]> | null {
  const word = dayWordAt(tokens, at)
  const from = at + (word?.length ?? 0)
  const first = weekdayAt(tokens, from) ?? (word === null ? null : bareWeekdayAt(tokens, from))
  if (first === null) return null
  let days: readonly Weekday[] = [first.value]
  let next = from + first.length
  for (let more = nextDay(tokens, next); more !== null; more = nextDay(tokens, next)) {
    days = more.value.through
      ? [...days, ...daysUpTo(days.at(-1), more.value.day)]
      : [...days, more.value.day]
    next += more.length
  }
  const surely = word !== null || days.length > 1 || !isTwo(tokens[from])
  return surely ? { value: WEEK.filter((day) => days.includes(day)), length: next - at } : null
}

function nextDay(
  tokens: readonly Token[],
  at: number,
): Read<{ readonly day: Weekday; readonly through: boolean }> | null {
  const text = tokens[at]?.text ?? ''
  const through = THROUGH.has(text)
  const links = through || LINKS.has(text) ? (LINKS.has(tokens[at + 1]?.text ?? '') ? 2 : 1) : 0
  if (links === 0 && !isJoined(tokens[at])) return null
  const word = dayWordAt(tokens, at + links)
  const day = weekdayAt(tokens, at + links + (word?.length ?? 0))
  if (day === null) return null
  return { value: { day: day.value, through }, length: links + (word?.length ?? 0) + day.length }
}

function daysUpTo(first: Weekday | undefined, last: Weekday): readonly Weekday[] {
  const start = first === undefined ? 0 : WEEK.indexOf(first)
  const count = (WEEK.indexOf(last) - start + 7) % 7
  return Array.from({ length: count }, (_, at) => WEEK[(start + at + 1) % 7]).flatMap((day) => day ?? [])
}

/** الاثنين is "the two", الأحد "the one": a day only where another word says so. */
function isTwo(token: Token | undefined): boolean {
  return /^(?:[وفبل]?ال)?(?:اثنين|احد|تنين|خميس)$/.test(token?.text ?? '')
}
