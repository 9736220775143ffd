import { ok, refuse, type Outcome } from '@corroborate/base'
import { missing, numberTyped } from './draft.ts'

/** A number that has to be there; what it is worth is the core's to say. */
export function numberFrom(typed: string): Outcome<number> {
  if (typed.trim() === '') return missing('number')
  const number = numberTyped(typed)
  return number === null ? refuse('not-a-number', `“${typed.trim()}”`) : ok(number)
}

/** A share that is typed in per cent. 30 is 0.3, and not 0.30000000000000004 by way of a product. */
export function shareFrom(typed: string): Outcome<number> {
  const percent = numberFrom(typed)
  return percent.ok ? ok(percent.value / 100) : percent
}

/** The share as somebody would have typed it. */
export function percentOf(share: number): string {
  return String(Number((share * 100).toPrecision(12)))
}
