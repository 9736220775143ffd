import { foldDigits } from '../lists/fold-words.ts'

/** A time in a recording as people and programs write it, found in a line. */
export interface TimeMark {
  /** Where it stands in the line, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** Milliseconds. */
  readonly from: number
  readonly to: number | null
}

const TIME = String.raw`(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)(?:[.,-](\d{1,3}))?`
const LONG_TIME = String.raw`(\d{1,3}):([0-5]\d):([0-5]\d)(?:[.,](\d{1,3}))?`
const TO = String.raw`\s*(?:-->|–|—|-)\s*`
/**
 * `[1:02]`, `[00:01:02 - 00:01:10]`, `(00:01:02)`, `#00:01:02-3#`; at the beginning of a line also bare: `00:03:40.5Name:`. In round brackets
 * and bare only with hours: "we left (10:30)" is what somebody said.
 */
const MARKS = new RegExp(
  [
    String.raw`[[{<]\s*${TIME}(?:${TO}${TIME})?\s*[\]}>]`,
    String.raw`\(\s*${LONG_TIME}\s*\)`,
    `#${LONG_TIME.replace('[.,]', '[.,-]')}#`,
    String.raw`^\s*${LONG_TIME}(?!\d)`,
  ].join('|'),
  'g',
)
const WHOLE = new RegExp(`^${TIME}$`)
const SPAN = new RegExp(`^${TIME}${TO}${TIME}$`)

/** Times that stand in a line, in order. Arabic and Persian digits count as digits. */
export function timeMarksIn(line: string): readonly TimeMark[] {
  if (!/[:\u0660-\u0669\u06F0-\u06F9]/.test(line)) return []
  return Array.from(foldDigits(line).matchAll(MARKS), (match) => {
    const [first, second, round, hash, bare] = [1, 5, 9, 13, 17].map((at) =>
      milliseconds(match.slice(at, at + 4)),
    )
    return {
      start: match.index,
      end: match.index + match[0].length,
      from: first ?? round ?? hash ?? bare ?? 0,
      to: second ?? null,
    }
  })
}

/** A cell that holds a time and nothing else: `0:12.5`, `00:01:02,300`, or seconds (`62.3`); null where it does not. */
export function timeOfCell(cell: string): number | null {
  const plain = unbracketed(cell)
  const match = WHOLE.exec(plain)
  if (match !== null) return milliseconds(match.slice(1, 5))
  return /^\d+(?:[.]\d+)?$/.test(plain) ? Math.round(Number(plain) * 1000) : null
}

/** A cell that holds a stretch of a recording, as NVivo writes it: `0:00.0 - 0:15.3`. */
export function spanOfCell(cell: string): { readonly from: number; readonly to: number } | null {
  const match = SPAN.exec(unbracketed(cell))
  if (match === null) return null
  const [from, to] = [milliseconds(match.slice(1, 5)), milliseconds(match.slice(5, 9))]
  return from === null || to === null ? null : { from, to }
}

function unbracketed(cell: string): string {
  return foldDigits(cell)
    .trim()
    .replaceAll(/^[[(#<{]\s*|\s*[\])#>}]$/g, '')
}

function milliseconds([hours, minutes, seconds, part]: readonly (string | undefined)[]): number | null {
  if (minutes === undefined || seconds === undefined) return null
  const whole = (Number(hours ?? '0') * 60 + Number(minutes)) * 60 + Number(seconds)
  return whole * 1000 + Math.round(Number(`0.${part ?? '0'}`) * 1000)
}

/** Milliseconds as a person reads them: `1:02:03.4`. */
export function timeInWords(milliseconds: number): string {
  const tenths = Math.floor(milliseconds / 100)
  const [seconds, minutes, hours] = [
    Math.floor(tenths / 10) % 60,
    Math.floor(tenths / 600) % 60,
    Math.floor(tenths / 36_000),
  ]
  const two = (number: number) => String(number).padStart(2, '0')
  return `${hours}:${two(minutes)}:${two(seconds)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`
}
