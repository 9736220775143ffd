import { existsSync, readFileSync } from 'node:fs'
import { derivedId, valueOf, type FindingId, type OriginId } from '@corroborate/base'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../finding.ts'
import type { Standing } from '../standing.ts'
import { finding } from '../testing/findings.ts'
import { CRIMES, isContext } from './crimes.ts'
import {
  elementsTable,
  questionsFrom,
  type Qualification,
  type StandardChoice,
  type Tie,
} from './elements-table.ts'
import { readOfficialText } from './official-text.ts'

const REFERENCE = new URL('../../../../shared/elements-of-crimes.json', import.meta.url)
const absent = !existsSync(REFERENCE)
if (absent) console.warn('skipped: the reference of the elements is not beside this project (../shared)')

interface Reference {
  readonly crimes: readonly {
    readonly id: string
    readonly article: string
    readonly elements: readonly {
      readonly id: string
      readonly role: string
      readonly shared?: string
      readonly text: string
      readonly sub?: readonly unknown[]
    }[]
  }[]
}

describe.skipIf(absent)('beside the reference', () => {
  const { crimes } = absent ? { crimes: [] } : (JSON.parse(readFileSync(REFERENCE, 'utf8')) as Reference)

  test('all its crimes are here, with as many elements, in their roles and shared as there', () => {
    expect(
      CRIMES.map(({ id, article, elements }) => ({
        ...{ id, article },
        elements: elements.map((one) => ({ id: one.id, role: one.role, shared: one.shared })),
      })),
    ).toEqual(
      crimes.map(({ id, article, elements }) => ({
        ...{ id, article: article.replaceAll(' ', '') },
        elements: elements.map((one) => ({ id: one.id, role: one.role, shared: one.shared ?? null })),
      })),
    )
  })

  test('the words are ours: seven words in a row are nowhere the Court’s', () => {
    const runs = (text: string) => {
      const words = text.toLowerCase().match(/[a-z]+/g) ?? []
      return words.slice(6).map((_, at) => words.slice(at, at + 7).join(' '))
    }
    const theirs = new Set(crimes.flatMap(({ elements }) => elements.flatMap(({ text }) => runs(text))))
    const ours = CRIMES.flatMap(({ elements }) => elements.flatMap(({ words }) => runs(words.en ?? '')))
    expect(ours.filter((run) => theirs.has(run))).toEqual([])
  })
})

const wordsOfAll = CRIMES.flatMap(({ name, elements }) => [
  name,
  ...elements.flatMap(({ words, ways }) => [words, ...ways]),
])

test('every crime and element has words in both languages, and nobody is called guilty', () => {
  for (const { en = '', ar = '' } of wordsOfAll) {
    expect(en).not.toBe('')
    expect(ar).toMatch(/\p{Script=Arabic}/u)
    expect(`${en} ${ar}`).not.toMatch(/guilt|مذنب|مدان/i)
  }
})

const F = (name: string): FindingId => derivedId('finding', name)
const SIGNED: Partial<Finding> = {
  signer: 'ana',
  standardOfProof: 'balance-of-probabilities',
  reasons: { en: 'because' },
}
const origins: readonly OriginId[] = []

function tableOf(
  standing: Standing,
  more: {
    readonly finding?: Partial<Finding>
    readonly choice?: StandardChoice['standard']
    readonly ties?: readonly Tie[]
  } = {},
) {
  const held = finding([], { id: F('F1'), ...SIGNED, ...more.finding })
  const of: Qualification = {
    crimes: CRIMES.filter(({ id }) => id === '7-1f' || id === '7-1a'),
    incidents: ['the night of the transfer'],
    ties: more.ties ?? [{ element: '7-1f#1', incident: 'the night of the transfer', finding: F('F1') }],
    choices: more.choice
      ? [
          {
            element: '7-1f#1',
            incident: 'the night of the transfer',
            standard: more.choice,
            reasons: { en: 'x' },
            by: 'ana',
          },
        ]
      : [],
    findings: new Map([[held.id, held]]),
    standings: new Map([[held.id, standing]]),
  }
  return elementsTable(of)
}
const cell = (table: ReturnType<typeof tableOf>, key: string) =>
  [...table.context, ...table.incidents.flatMap(({ cells }) => cells)].find((one) => one.key === key)

test('context stands once for all crimes, the rest for each incident', () => {
  const table = tableOf({ kind: 'unsupported' })
  expect(table.context.map(({ key, numbers }) => [key, numbers])).toEqual([
    ['cah.attack', ['7(1)(a) 2', '7(1)(f) 4']],
    ['cah.attack-knowledge', ['7(1)(a) 3', '7(1)(f) 5']],
  ])
  expect(table.incidents[0]?.cells.every(({ element }) => !isContext(element))).toBe(true)
})

test.each<[string, Standing, Parameters<typeof tableOf>[1], string, readonly string[]]>([
  ['nothing carries it', { kind: 'unsupported' }, {}, 'missing', []],
  ['hearsay alone', { kind: 'secondary-only', origins }, {}, 'missing', []],
  [
    'one voice',
    { kind: 'uncorroborated', origins },
    { choice: 'reasonable-grounds' },
    'arguable',
    ['corroboration'],
  ],
  [
    'nobody signed',
    { kind: 'corroborated', origins },
    { finding: { signer: null }, choice: 'reasonable-grounds' },
    'arguable',
    ['signature'],
  ],
  [
    'a lower standard than asked',
    { kind: 'corroborated', origins },
    { choice: 'beyond-reasonable-doubt' },
    'arguable',
    ['standard'],
  ],
  ['nobody chose a standard', { kind: 'corroborated', origins }, {}, 'arguable', ['choice']],
  ['all of it', { kind: 'corroborated', origins }, { choice: 'reasonable-grounds' }, 'met', []],
  [
    'that it was said',
    { kind: 'attributed', beneath: { kind: 'secondary-only', origins } },
    { choice: 'reasonable-grounds' },
    'missing',
    [],
  ],
  [
    'a contrary account',
    { kind: 'contradicted', by: [derivedId('claim', 'C9')], otherwise: { kind: 'corroborated', origins } },
    { choice: 'reasonable-grounds' },
    'contradicted',
    [],
  ],
])('%s: %s', (_, standing, more, state, lacking) => {
  expect(cell(tableOf(standing, more), '7-1f#1')).toMatchObject({ state, lacking })
})

test('a tie to what is shared serves every crime that shares it', () => {
  const ties = [{ element: 'cah.attack', incident: null, finding: F('F1') }]
  expect(cell(tableOf({ kind: 'corroborated', origins }, { ties }), 'cah.attack')?.state).toBe('arguable')
})

test('what is missing is asked first, then what is contradicted or stands on one voice', () => {
  const questions = questionsFrom(
    tableOf({ kind: 'uncorroborated', origins }, { choice: 'reasonable-grounds' }),
  )
  expect(questions.map(({ key, cell: { key: element } }) => [key.split('.').at(-1), element])).toEqual([
    ...[
      ['missing', '7-1a#1'],
      ['missing', '7-1f#2'],
      ['missing', '7-1f#3'],
      ['missing', 'cah.attack'],
    ],
    ['corroboration', '7-1f#1'],
  ])
})

test('an official text that a user loads is read by article and number', () => {
  const text =
    'Front matter\n7 (1) (a)\n1. First words,\ncontinued.\n2) Second.\nArticle 8(2)(c)(i)-4\n1. Third.'
  expect([...valueOf(readOfficialText(text, 'elements.txt'))]).toEqual([
    ['7-1a#1', 'First words,\ncontinued.'],
    ['7-1a#2', 'Second.'],
    ['8-2c-i-4#1', 'Third.'],
  ])
})

test.each([
  ['9 (1) (z)', 'nothing', 'no numbered element'],
  ['8 (2) (b) (i)\n1. x', 'unknown-crime', 'elements.txt, line 1'],
  ['7 (1) (a)\n4. x', 'no-such-element', 'elements.txt, line 2'],
  ['7 (1) (a)\n1. x\n1. y', 'no-such-element', 'elements.txt, line 3'],
  ['', 'nothing', 'elements.txt'],
])('a text "%s" is refused: %s', (text, reason, detail) => {
  expect(readOfficialText(text, 'elements.txt')).toMatchObject({
    ok: false,
    reason,
    detail: expect.stringContaining(detail) as string,
  })
})
