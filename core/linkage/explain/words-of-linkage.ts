import { printNumber, type Locale } from '@corroborate/base'
import { isKey, say } from '@corroborate/words'
import { powerOfTwo } from '../model/binary-logarithm.ts'
import type { ComparedColumn, ComparisonExplained } from './pair-explanation.ts'

/** A level by its term; a term without words is shown as it is. */
export function levelInWords(locale: Locale, level: string): string {
  return termInWords(locale, `linkage.level.${level}`, level)
}

export function answerInWords(locale: Locale, { answer }: Pick<ComparisonExplained, 'answer'>): string {
  return answer.kind === 'level' ? levelInWords(locale, answer.level) : say(locale, 'linkage.silence')
}

/** A column by its field and, of a whole name, its part: "name, father’s name". */
export function columnInWords(locale: Locale, { column }: Pick<ComparedColumn, 'column'>): string {
  const at = column.lastIndexOf('/')
  const part = `linkage.part.${column.slice(at + 1)}`
  if (at < 0 || !isKey(part)) return column
  return column.slice(0, at) + say(locale, 'linkage.comma') + say(locale, part)
}

export function termInWords(locale: Locale, key: string, otherwise: string): string {
  return isKey(key) ? say(locale, key) : otherwise
}

/** Bits with their sign, to a tenth. */
export function printBits(locale: Locale, bits: number): string {
  const tenths = Math.round(bits * 10) / 10
  return (tenths > 0 ? '+' : '') + printNumber(locale, tenths, 1)
}

/** A part of one as a percentage, with as many digits as tell it from nothing and from all. */
export function shareInWords(locale: Locale, share: number): string {
  const percent = share * 100
  if (percent > 0 && percent < LEAST)
    return say(locale, 'linkage.share-under', { number: printNumber(locale, LEAST) })
  if (percent < 100 && percent > 100 - LEAST)
    return say(locale, 'linkage.share-over', { number: printNumber(locale, 100 - LEAST) })
  const edge = Math.min(percent, 100 - percent)
  const parts = [10, 1, 0.1, 0.01].findIndex((from) => edge >= from)
  const scale = [1, 10, 100, 1000][parts] ?? 10_000
  return say(locale, 'linkage.share', { number: printNumber(locale, Math.round(percent * scale) / scale) })
}
const LEAST = 0.0001

/** What bits mean, in words: so many times likelier if both records are one person, or less likely. */
export function timesInWords(locale: Locale, bits: number): string {
  const factor = powerOfTwo(Math.abs(bits))
  const direction = factor < 1.05 ? 'as' : bits > 0 ? 'more' : 'less'
  return say(locale, 'linkage.times', { direction, times: factorInWords(locale, factor) })
}

const MOST = 1_000_000

/** Two digits that count, and no more than a million. */
function factorInWords(locale: Locale, factor: number): string {
  if (factor > MOST) return say(locale, 'linkage.times-over', { number: printNumber(locale, MOST) })
  if (factor < 10) return printNumber(locale, Math.round(factor * 10) / 10)
  let step = 1
  while (factor >= step * 100) step *= 10
  return printNumber(locale, Math.round(factor / step) * step)
}
