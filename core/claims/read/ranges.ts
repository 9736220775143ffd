import { isOneOf, numberAt, phraseBook, type Range, type Read, type Token } from '@corroborate/base'

const betweenAt = phraseBook<'between'>([['between', 'between', 'بين', 'ما بين', 'anywhere between']])
const fromAt = phraseBook<'from'>([['from', 'from', 'من']])
const TO = new Set(['to', '-', '–', '—', 'or', 'الي', 'او', 'ل', 'لحد', 'حتي'])
const AND = new Set(['and', 'و'])

/** A range of counts: "between 20 and 50", "20 to 50", "twenty or thirty", بين عشرين وخمسين, ٢٠-٥٠; one number is its own range. */
export function rangeAt(tokens: readonly Token[], at: number): Read<Range> | null {
  const between = betweenAt(tokens, at)
  if (between !== null) return shifted(betweenTwo(tokens, at + between.length), between.length)
  const from = fromAt(tokens, at)
  if (from !== null) {
    const two = twoNumbers(tokens, at + from.length)
    return two === null || two.value.min === two.value.max ? null : shifted(two, from.length)
  }
  return twoNumbers(tokens, at)
}

function shifted(read: Read<Range> | null, by: number): Read<Range> | null {
  return read === null ? null : { value: read.value, length: read.length + by }
}

function twoNumbers(tokens: readonly Token[], at: number): Read<Range> | null {
  const first = numberAt(tokens, at)
  if (first === null) return null
  const next = at + first.length
  const second = isOneOf(tokens[next], TO) ? numberAt(tokens, next + 1) : dialectTo(tokens, next)
  const skip = isOneOf(tokens[next], TO) ? 1 : 0
  if (second === null || second.value <= first.value)
    return { value: { min: first.value, max: first.value }, length: first.length }
  return { value: { min: first.value, max: second.value }, length: first.length + skip + second.length }
}

/** عشرين لثلاثين: ل written onto the second number. */
function dialectTo(tokens: readonly Token[], at: number): Read<number> | null {
  return /^ل[^ا]/.test(tokens[at]?.text ?? '') ? numberAt(tokens, at) : null
}

/** After "between", خمسة وعشرين is five and twenty, unless a third number follows. */
function betweenTwo(tokens: readonly Token[], at: number): Read<Range> | null {
  const first = numberAt(tokens, at)
  if (first === null) return null
  const whole = andNumber(tokens, at + first.length)
  if (whole !== null) return rangeOf(first, whole)
  if (first.length < 2 || !(tokens[at + 1]?.text.startsWith('و') ?? false)) return null
  const alone = numberAt(tokens.slice(0, at + 1), at)
  const rest = numberAt(tokens, at + 1)
  return alone === null || rest === null ? null : rangeOf(alone, rest)
}

function andNumber(tokens: readonly Token[], at: number): Read<number> | null {
  if (isOneOf(tokens[at], AND) && tokens[at]?.text.length !== undefined) {
    const second = numberAt(tokens, at + 1)
    if (second !== null) return { value: second.value, length: second.length + 1 }
  }
  return tokens[at]?.text.startsWith('و') ? numberAt(tokens, at) : null
}

function rangeOf(first: Read<number>, second: Read<number>): Read<Range> | null {
  if (second.value < first.value) return null
  return { value: { min: first.value, max: second.value }, length: first.length + second.length }
}
