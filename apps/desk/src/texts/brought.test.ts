import { expect, test } from 'vitest'
import { derivedId, valueOf } from '@corroborate/base'
import { namesNobody, type ReadText } from '@corroborate/interchange'
import {
  freezeText,
  layTurns,
  namesBack,
  restoreText,
  wordsOfTurn,
  type OriginalWords,
  type SpokenTurn,
} from '@corroborate/testimony'
import { faultsOf, labelsIn, pseudonymOf, textToSend, type Made, type ReadFile } from './brought.ts'
import { decisionsOn, knownBefore, namesGiven, suspectedIn, type Decision } from './decisions.ts'
import type { Found } from './text-worker.ts'

/** Invented. */
const TURNS = [
  ['W1', 'I saw Salma Nasser.'],
  ['Karim Haddad', 'Salma Nasser? At Damascus.'],
  [null, '(They rest.)'],
] as const

function fileOf(found: readonly Found[] | null): ReadFile {
  const piece = { paragraph: true, from: null, to: null, doubt: null }
  const turns = TURNS.map(([speaker, words]) => ({
    ...{ speaker, direction: 'ltr' as const, at: { line: 1, part: null }, page: null },
    pieces: [{ ...piece, words }],
  }))
  const text: ReadText = {
    ...{ file: 'Haddad.vtt', form: 'vtt', encoding: null, language: { tag: 'en', by: 'letters' }, turns },
    ...{ labels: [], machine: null, compare: [], warnings: [], untold: 0 },
  }
  const said = { source: derivedId('source', 'W1'), language: 'en', name: 'W1, first', machine: false }
  const file = new File([], text.file)
  return {
    key: 0,
    name: text.file,
    file,
    state: { kind: 'read', text, sha256: 'ab', said, found, came: null },
  }
}

function foundAt(turn: number, exact: string, more: Partial<Found> = {}): Found {
  const start = (TURNS[turn]?.[1] ?? '').indexOf(exact)
  return { kind: 'capitalised', start, end: start + exact.length, exact, tokens: [], turn, ...more }
}

const FOUND = [
  foundAt(0, 'Salma Nasser', { kind: 'name', tokens: ['⟦B7⟧'] }),
  foundAt(1, 'Salma Nasser', { kind: 'name', tokens: ['⟦B7⟧'] }),
  foundAt(1, 'Damascus'),
]
const FRESH = { base: 100, known: [] }
const decisions = decisionsOn(suspectedIn(FOUND), new Map(), FRESH)
const made: Made = { pseudonyms: new Map([['Karim Haddad', 'B9']]), decisions }

test('what is sent has pseudonyms for labels and tokens for names, and nowhere what they stand for', () => {
  const { text } = valueOf(textToSend(fileOf(FOUND), made, 'en'))
  expect(text).toMatchObject({
    title: { en: 'W1, first' },
    readFrom: { file: 'W1, first', form: 'vtt', machine: null },
    spoken: [
      { speaker: 'W1', pieces: [{ words: 'I saw ⟦B7⟧.' }] },
      { speaker: 'B9', pieces: [{ words: '⟦B7⟧? At Damascus.' }] },
      { speaker: null },
    ],
  })
  expect(JSON.stringify(text)).not.toMatch(/Salma|Haddad/)
})

const NONE: OriginalWords = { sha256: '', tokens: [], speakers: [] }

test('what was replaced is what the server’s own text needs to be the original again, and is nothing where nothing was', () => {
  const { text, original } = valueOf(textToSend(fileOf(FOUND), made, 'en'))
  const { content } = layTurns((text as { spoken: SpokenTurn[] }).spoken)
  const back = valueOf(namesBack({ ...freezeText(content), version: 1 }, original ?? NONE))
  expect(restoreText({ working: content, alignment: back })).toMatchObject({
    value: 'W1: I saw Salma Nasser.\n\nB9: Salma Nasser? At Damascus.\n\n(They rest.)',
  })
  expect(original?.speakers).toEqual([{ token: 'B9', words: 'Karim Haddad' }])
  const stays = { pseudonyms: new Map([['Karim Haddad', 'Karim Haddad']]), decisions: new Map() }
  expect(textToSend(fileOf(FOUND), stays, 'en')).toMatchObject({ value: { original: null } })
})

test('a label that nobody has decided on is sent by no file', () => {
  expect(textToSend(fileOf([]), { ...made, pseudonyms: new Map() }, 'en')).toMatchObject({
    ...{ ok: false, reason: 'missing-pseudonym' },
  })
})

test.each(['W3', 'Q', 'SPEAKER_00', 'interviewer', 'The Witness 2', 'س', 'الشاهد', 'الشاهد ٢'])(
  '“%s” is a code or a part, and stands',
  (label) => {
    expect(namesNobody(label)).toBe(true)
    expect(pseudonymOf(label, new Map())).toBe(label)
  },
)

test.each(['ALI', 'Karim Haddad', 'الشاهد علي', 'Witness Ali', 'علي'])(
  '“%s” may be a name, and waits',
  (label) => {
    expect(pseudonymOf(label, new Map())).toBe('')
  },
)

test('speakers are counted over the batch in the order of their first words', () => {
  expect(labelsIn([fileOf(null), fileOf(null)])).toEqual([
    { label: 'W1', turns: 2 },
    { label: 'Karim Haddad', turns: 2 },
  ])
})

test('what stands against sending is said all at once', () => {
  const nothing: Made = {
    pseudonyms: new Map(),
    decisions: new Map([['x', { replaced: true, token: 'Ali' }]]),
  }
  const faults = faultsOf([fileOf(null)], { ...nothing, looked: true, confirmed: false, kept: false })
  expect(faults.map(({ reason }) => reason)).toEqual([
    ...['missing-pseudonym', 'missing-look', 'not-a-token', 'missing-keeping', 'missing-confirmation'],
  ])
  expect(faultsOf([fileOf(FOUND)], { ...made, looked: true, confirmed: true, kept: true })).toEqual([])
})

test('names, addresses and numbers are proposed to be replaced; what is only suspected waits; what was said holds', () => {
  const found = [
    ...FOUND,
    foundAt(0, 'a@b.c', { kind: 'e-mail' }),
    foundAt(0, 'Haddad', { kind: 'part-of-name', tokens: ['⟦B8⟧', '⟦B9⟧'] }),
  ]
  const said: ReadonlyMap<string, Decision> = new Map([['Damascus', { replaced: true, token: 'L1' }]])
  expect([...decisionsOn(suspectedIn(found), said, FRESH)]).toEqual([
    ['Salma Nasser', { replaced: true, token: 'B7' }],
    ['Haddad', { replaced: true, token: 'P102' }],
    ['a@b.c', { replaced: true, token: 'E101' }],
    ['Damascus', { replaced: true, token: 'L1' }],
  ])
})

test('names are given one person a line, with a token or without; a renamed speaker is a name too', () => {
  const renamed = [
    ['Karim Haddad', 'B9'],
    ['Rana', 'the driver'],
  ] as const
  expect(namesGiven('B7 = Salma Nasser، سلمى ناصر\n\nOmar\n⟦B8⟧=Ali', renamed, FRESH)).toEqual([
    { token: '⟦B7⟧', spellings: ['Salma Nasser', 'سلمى ناصر'] },
    { token: '⟦N101⟧', spellings: ['Omar'] },
    { token: '⟦B8⟧', spellings: ['Ali'] },
    { token: '⟦B9⟧', spellings: ['Karim Haddad'] },
    { token: '⟦N102⟧', spellings: ['Rana'] },
  ])
})

test('a turn is replaced by what was found in it alone', () => {
  const sent = textToSend(
    fileOf([foundAt(1, 'Salma Nasser', { tokens: ['⟦B7⟧'], kind: 'name' })]),
    made,
    'en',
  )
  expect(JSON.stringify(sent)).toContain(
    wordsOfTurn({ pieces: fileOf(null).state.text.turns[0]?.pieces ?? [] }),
  )
})

test('whoever had a token before has it again: as it stood in a text, else by the code of their sealed name', () => {
  const tokens = [
    { token: '⟦B7⟧', words: 'Salma Nasser' },
    { token: '⟦T4⟧', words: '+999 555 010' },
  ]
  const sealed = [
    { code: 'S-0003', spellings: ['Omar', 'عمر'] },
    { code: 'S-0004', spellings: ['سلمى ناصر', 'Salma Nasser'] },
    { code: 'the driver', spellings: ['Rana'] },
  ]
  const known = knownBefore([{ sha256: '', tokens, speakers: [] }], sealed, 100)
  expect(known).toEqual([
    { token: '⟦B7⟧', spellings: ['Salma Nasser', 'سلمى ناصر'] },
    { token: '⟦T4⟧', spellings: ['+999 555 010'] },
    { token: '⟦S0003⟧', spellings: ['Omar', 'عمر'] },
    { token: '⟦R101⟧', spellings: ['Rana'] },
  ])
  const before = { base: 500, known }
  expect(namesGiven('Omar, O. the elder', [], before)).toEqual([
    { token: '⟦S0003⟧', spellings: ['Omar', 'O. the elder', 'عمر'] },
    { token: '⟦B7⟧', spellings: ['Salma Nasser', 'سلمى ناصر'] },
    { token: '⟦R101⟧', spellings: ['Rana'] },
  ])
  const phone = foundAt(0, '+999 555 010', { kind: 'phone' })
  expect(decisionsOn(suspectedIn([phone]), new Map(), before).get('+999 555 010')).toEqual({
    ...{ replaced: true, token: 'T4' },
  })
})
