import { expect, test } from 'vitest'
import { test as prop, fc } from '@fast-check/vitest'
import { derivedId } from '@corroborate/base'
import type { Passage, Text, Turn } from '@corroborate/testimony'
import { readTurns, segmentsOf } from './segments.ts'

function textOf(content: string, turns: readonly Turn[]): Text {
  return {
    id: derivedId('text', 'T1'),
    code: 'T1',
    source: derivedId('source', 'W1'),
    title: { en: 'A text' },
    language: 'ar',
    kind: 'transcript',
    translationOf: null,
    version: 1,
    content,
    sha256: '',
    turns,
  }
}

function passageAt(code: string, start: number, end: number): Passage {
  const text = derivedId('text', 'T1')
  return {
    id: derivedId('passage', code),
    code,
    text,
    sha256: '',
    start,
    end,
    exact: '',
    prefix: '',
    suffix: '',
  }
}

const joined = (text: Text, passages: readonly Passage[]) =>
  readTurns(text, passages)
    .flatMap((turn) => segmentsOf(turn).map((segment) => segment.text))
    .join('')

const marked = (text: Text, passages: readonly Passage[], code: string) =>
  readTurns(text, passages)
    .flatMap(segmentsOf)
    .filter((segment) => segment.passages.includes(derivedId('passage', code)))
    .map((segment) => segment.text)
    .join('')

test('a mark begins and ends at the code points of its passage, also after an emoji', () => {
  expect(marked(textOf('🕯 He saw the gate', []), [passageAt('P1', 5, 8)], 'P1')).toBe('saw')
})

test('a mark that would cut an Arabic word is drawn to the ends of the word', () => {
  const text = textOf('رأيتُ السجناء هناك', [])
  expect(marked(text, [passageAt('P1', 8, 11)], 'P1')).toBe('السجناء')
})

test('passages that overlap share the stretch where both run, the shorter one first', () => {
  const text = textOf('one two three four', [])
  const turns = readTurns(text, [passageAt('long', 0, 13), passageAt('short', 8, 18)])
  const segments = turns.flatMap(segmentsOf)
  expect(segments.map((segment) => [segment.text, segment.passages.length])).toEqual([
    ['one two ', 1],
    ['three', 2],
    [' four', 1],
  ])
  expect(segments[1]?.passages[0]).toBe(derivedId('passage', 'short'))
})

test('a passage opens once, at its first words, even when it runs over two turns', () => {
  const text = textOf('Who? I did.', [
    { speaker: 'interviewer', start: 0, end: 5 },
    { speaker: 'W1', start: 5, end: 11 },
  ])
  const turns = readTurns(text, [passageAt('P1', 0, 11)])
  expect(turns.map((turn) => turn.speaker)).toEqual(['interviewer', 'W1'])
  expect(turns.flatMap((turn) => segmentsOf(turn).flatMap((segment) => segment.opens))).toHaveLength(1)
})

test('each turn is read in the direction of its own first letter', () => {
  const text = textOf('12. Did you see? نعم', [
    { speaker: 'interviewer', start: 0, end: 17 },
    { speaker: 'W1', start: 17, end: 20 },
  ])
  expect(readTurns(text, []).map((turn) => turn.direction)).toEqual(['ltr', 'rtl'])
})

const words = fc.array(fc.constantFrom('سِجن', 'the', '🕯', 'é', '\u200f', ' ', '\n', 'كتاب'), {
  maxLength: 40,
})
const cuts = fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { maxLength: 8 })

prop.prop([words, cuts])('the stretches, joined, are the text, whatever is marked', (parts, pairs) => {
  const content = `a${parts.join('')}`
  const length = Array.from(content).length
  const passages = pairs.map(([a, b], i) =>
    passageAt(`P${i}`, Math.min(a, b) % length, Math.min(length, (Math.max(a, b) % length) + 1)),
  )
  const ordered = passages.filter((passage) => passage.start < passage.end)
  expect(joined(textOf(content, []), ordered)).toBe(content)
})

test('a turn has the direction of its words, not of its label', () => {
  const content = 'W3: كنا هناك\nW4: We were there\nW5: …'
  const directions = readTurns(
    textOf(content, [
      { speaker: 'W3', start: 0, end: 12 },
      { speaker: 'W4', start: 13, end: 30 },
      { speaker: 'W5', start: 31, end: 36, direction: 'rtl' },
    ]),
    [],
  ).map(({ direction }) => direction)
  expect(directions).toEqual(['rtl', 'ltr', 'rtl'])
})

test('a reader steps to what was said, past the label of who said it', () => {
  const content = 'W3: Once a week.'
  const [turn] = readTurns(textOf(content, [{ speaker: 'W3', start: 0, end: 16 }]), [])
  expect(turn).toMatchObject({ start: 0, spoken: 4, direction: 'ltr' })
})

const turnsAt = fc.array(fc.nat(60), { maxLength: 6 })

prop.prop([words, cuts, turnsAt])(
  'in each turn stand the marks that run in it, and each opens where it is met first',
  (parts, pairs, at) => {
    const content = `a${parts.join('')}`
    const length = Array.from(content).length
    const edges = [...new Set([0, ...at.map((one) => one % length), length])].sort((a, b) => a - b)
    const turns = edges
      .slice(0, -1)
      .map((start, nth) => ({ speaker: 'W1', start, end: edges[nth + 1] ?? length }))
    const passages = pairs
      .map(([a, b], i) => passageAt(`P${i}`, Math.min(a, b) % length, (Math.max(a, b) % length) + 1))
      .filter(({ start, end }) => start < end)
    const read = readTurns(textOf(content, turns), passages)
    for (const { id, start, end } of passages) {
      const running = read.filter(({ marks }) => marks.some((mark) => mark.id === id))
      const overlapping = read.filter((turn) => turn.start < end && turn.end > start)
      expect(running).toEqual(expect.arrayContaining(overlapping))
      const opening = read.filter((turn) => segmentsOf(turn).some(({ opens }) => opens.includes(id)))
      expect(opening).toEqual(running.slice(0, 1))
    }
  },
)
