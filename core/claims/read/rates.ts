import { isOneOf, phraseBook, spanOf, type Range, type Read, type Token } from '@corroborate/base'
import type { Rate } from '../pattern.ts'
import { weekdaysAt } from './days.ts'
import { rangeAt } from './ranges.ts'
import { modifierAt } from './words-of-quantities.ts'

type Per = 'day' | 'week' | 'month'

const perAt = phraseBook<Per>([
  [
    'day',
    'a day | per day | each day | every day | in a day | daily | a night | per night',
    'every night | each night | في اليوم | باليوم | كل يوم | يوميا | في الليلة | بالليلة',
    'كل ليلة',
  ],
  [
    'week',
    'a week | per week | each week | every week | in a week | weekly | في الأسبوع | بالأسبوع',
    'كل أسبوع | أسبوعيا | في الأسبوع الواحد',
  ],
  [
    'month',
    'a month | per month | each month | every month | in a month | monthly | في الشهر | بالشهر',
    'كل شهر | شهريا',
  ],
])

/** "every day" by itself: once in each. */
const eachAt = phraseBook<Per>([
  [
    'day',
    'every day | each day | daily | every single day | every night | each night | nightly',
    'كل يوم | يوميا | كل ليلة | بشكل يومي | every morning | every evening | كل صباح | كل مساء',
  ],
  ['week', 'every week | each week | weekly | كل أسبوع | أسبوعيا | بشكل أسبوعي'],
  ['month', 'every month | each month | monthly | كل شهر | شهريا | بشكل شهري'],
])

const otherAt = phraseBook<Range>([
  [{ min: 2, max: 2 }, 'every other day | every second day | يوم بعد يوم | كل يومين'],
  [{ min: 14, max: 14 }, 'every other week | every second week | every fortnight | كل أسبوعين'],
])

const onceAt = phraseBook<number>([
  [1, 'once | مرة | مرة واحدة | one time'],
  [2, 'twice | مرتين | مرتان'],
  [3, 'thrice'],
])

const everyAt = phraseBook<'every' | 'in'>([
  ['every', 'every | each | كل | once every | once each | مرة كل | مرة واحدة كل'],
  ['in', 'once in | once in every | مرة في | مرة في كل | مرة واحدة في'],
])
const TIMES = new Set(['times', 'مرات', 'مره'])
const OR = new Set(['or', 'to', '-', '–', 'او', 'الي', 'and'])

/** A rate, null where only one bound of it was said ("at least twice a week"). */
export type ReadRate = Rate | null

/** How often: "once or twice a week", "every 10 to 15 days", مرتين في الأسبوع, "every day". */
export function rateAt(tokens: readonly Token[], at: number): Read<ReadRate> | null {
  const modifier = modifierAt(tokens, at)
  const open = modifier !== null && modifier.value !== 'about'
  const from = at + (modifier?.length ?? 0)
  const rate = timesPer(tokens, from) ?? everySo(tokens, from)
  if (rate !== null) return { value: open ? null : rate.value, length: rate.length + (modifier?.length ?? 0) }
  return modifier === null ? each(tokens, at) : null
}

function timesPer(tokens: readonly Token[], at: number): Read<Rate> | null {
  const times = timesAt(tokens, at)
  const per = times === null ? null : perAt(tokens, at + times.length)
  if (times === null || per === null) return null
  return {
    value: { kind: 'times-per', times: times.value, per: per.value },
    length: times.length + per.length,
  }
}

/** "once or twice", "two or three times", مرة أو مرتين, ثلاث مرات. */
export function timesAt(tokens: readonly Token[], at: number): Read<Range> | null {
  const first = onceAt(tokens, at)
  if (first !== null) {
    const next = at + first.length
    const second = isOneOf(tokens[next], OR) ? secondTimes(tokens, next + 1) : null
    if (second !== null && second.value > first.value)
      return { value: { min: first.value, max: second.value }, length: first.length + 1 + second.length }
    return { value: { min: first.value, max: first.value }, length: first.length }
  }
  const range = rangeAt(tokens, at)
  if (range === null || !isOneOf(tokens[at + range.length], TIMES)) return null
  return { value: range.value, length: range.length + 1 }
}

function secondTimes(tokens: readonly Token[], at: number): Read<number> | null {
  const word = onceAt(tokens, at)
  if (word !== null) return word
  const range = rangeAt(tokens, at)
  if (range === null || !isOneOf(tokens[at + range.length], TIMES)) return null
  return { value: range.value.max, length: range.length + 1 }
}

const DAYS_OF = { day: [1, 1], week: [7, 7], month: [28, 31], year: [365, 366] } as const

/** "every 10 to 15 days", "once in ten to fifteen days", كل عشرة أيام. Once in so many years is how often it was, and no rate. */
function everySo(tokens: readonly Token[], at: number): Read<Rate> | null {
  const other = otherAt(tokens, at)
  if (other !== null) return { value: { kind: 'every', days: other.value }, length: other.length }
  const every = everyAt(tokens, at)
  if (every === null) return null
  const next = at + every.length
  const range = rangeAt(tokens, next)
  const first = range === null || range.value.min === range.value.max ? null : range
  const span = spanOf(tokens, first === null ? next : lastNumberAt(tokens, next, first.length))
  if (span === null || (first === null && span.value.count === 1)) return null
  if (every.value === 'in' && span.value.unit === 'year') return null
  const [low, high] = DAYS_OF[span.value.unit]
  const counts = first?.value ?? { min: span.value.count, max: span.value.count }
  const length = first === null ? span.length : first.length + 1
  return {
    value: { kind: 'every', days: { min: counts.min * low, max: counts.max * high } },
    length: every.length + length,
  }
}

/** Where the last number of a range starts: the unit stands after it. */
function lastNumberAt(tokens: readonly Token[], from: number, length: number): number {
  for (let at = from + length - 1; at >= from; at--) {
    const span = spanOf(tokens, at)
    if (span !== null && at + span.length === from + length + 1) return at
  }
  return from
}

function each(tokens: readonly Token[], at: number): Read<Rate> | null {
  const per = eachAt(tokens, at)
  if (per === null || weekdaysAt(tokens, at) !== null) return null // كل يوم ثلاثاء is every Tuesday
  return { value: { kind: 'times-per', times: { min: 1, max: 1 }, per: per.value }, length: per.length }
}
