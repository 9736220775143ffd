import { expect, test } from 'vitest'
import { labelAt, speakersAmong } from './speaker-labels.ts'

test.each([
  ['W3: yes', 'W3'],
  ['Sir Wyn: yes', 'Sir Wyn'],
  ["Ms O'Dell: yes", "Ms O'Dell"],
  ['Dr. A. Haddad: yes', 'Dr. A. Haddad'],
  ['[SPEAKER_00]: yes', 'SPEAKER_00'],
  ['Q. When?', 'Q'],
  ['الشاهد: نعم', 'الشاهد'],
  ['Leila al-Khatib: yes', 'Leila al-Khatib'],
])('a line may begin with a speaker: %s', (line, label) => {
  expect(labelAt(line)?.label).toBe(label)
})

test.each([
  'and then he said to me: go',
  'He said: go',
  'http://example.org: a page',
  'At 10:30 we left',
  'فقال لي: اذهب',
  'One, two: three',
  'A long sentence that has far too many words: see',
])('a colon makes no speaker: %s', (line) => {
  expect(labelAt(line)).toBeNull()
})

const lines = (labels: readonly string[]) => labels.map((label) => ({ label, strong: false }))
const taken = (labels: readonly string[], of: { lines: number; asked?: readonly string[] }) =>
  speakersAmong(lines(labels), { asked: null, ...of })
    .filter((one) => one.taken)
    .map(({ label }) => label)

test('names that come again in a labelled text are speakers; one that stands once is for a person to say', () => {
  expect(taken(['Ms Hodge', 'Ann Lee', 'Ms Hodge', 'Ann Lee', 'Horizon'], { lines: 10 })).toEqual([
    'Ms Hodge',
    'Ann Lee',
  ])
  expect(taken(['Note', 'Note'], { lines: 100 })).toEqual([])
  expect(taken(['W3', 'Interviewer', 'المترجم'], { lines: 100 })).toEqual(['W3', 'Interviewer', 'المترجم'])
})

test('who is said to speak is believed, and nobody else', () => {
  expect(taken(['Horizon', 'W3'], { lines: 100, asked: ['Horizon'] })).toEqual(['Horizon'])
})
