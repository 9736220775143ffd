import { derivedId } from '@corroborate/base'
import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { SOUND_FOLDER } from '../broken/sound-folder.ts'
import { exampleFiles } from '../../examples/example-files.ts'
import { readInvestigation } from './read-investigation.ts'

function sound(...changes: readonly (readonly [file: string, from: string, to: string])[]) {
  const files = new Map(SOUND_FOLDER)
  for (const [file, from, to] of changes) {
    const content = files.get(file) ?? ''
    if (!content.includes(from)) throw new Error(`${file} has not: ${from}`)
    files.set(
      file,
      content.replace(from, () => to),
    )
  }
  return files
}

function investigationIn(files: ReadonlyMap<string, string>) {
  const read = readInvestigation(files)
  if (!read.ok) throw new Error(read.mistakes.map(({ sentence }) => sentence).join('\n'))
  return read.investigation
}

function sentencesFor(files: ReadonlyMap<string, string>): readonly string[] {
  const read = readInvestigation(files)
  return read.ok ? [] : read.mistakes.map(({ sentence }) => sentence)
}

test('the same codes give the same ids wherever the folder is read', () => {
  const { id, claims, reports } = investigationIn(SOUND_FOLDER)
  expect(id).toBe(derivedId('investigation', 'bridge'))
  expect(claims[0]?.id).toBe(derivedId('claim', 'bridge', 'C1'))
  expect(reports[0]?.id).toBe(derivedId('report', 'bridge', 'report', 'en'))
})

test('a passage stands where its words stand, in code points', () => {
  const files = sound(['texts/w1.md', 'What did you see?', 'What did you see? 😀 قُلْ'])
  const { passages, texts } = investigationIn(files)
  const passage = passages.find(({ code }) => code === 'how-long')
  const text = texts.find(({ code }) => code === 'w1')
  const points = Array.from(text?.content ?? '').slice(passage?.start, passage?.end)
  expect(points.join('')).toBe('From May to July of that year.')
  expect(passage?.sha256).toBe(text?.sha256)
})

test('lines that begin with a speaker are that speaker’s turns', () => {
  const text = investigationIn(SOUND_FOLDER).texts.find(({ code }) => code === 'w1')
  expect(text?.turns.map(({ speaker }) => speaker)).toEqual(['A', 'W1', 'A', 'W1'])
})

test('what may be left out is null or empty, and a link that leaves nothing to decide is dependent', () => {
  const { claims, originLinks, findings } = investigationIn(SOUND_FOLDER)
  expect(claims[1]).toMatchObject({
    when: null,
    place: null,
    quantity: null,
    pattern: null,
    roles: [],
    secondCoder: null,
  })
  expect(originLinks[0]?.decision).toBe('dependent')
  expect(findings[0]).toMatchObject({ signer: null, standardOfProof: null, version: 1, claimsAgainst: [] })
})

test('a same household is undecided until a person has decided, who gives a reason', () => {
  const household = sound(['sources.yaml', 'kind: told-by', 'kind: same-household'])
  expect(investigationIn(household).originLinks[0]?.decision).toBe('undecided')
  const decided = new Map([
    ...household,
    [
      'sources.yaml',
      (household.get('sources.yaml') ?? '').replace(/ {4}reason.*\n/, '    decision: independent\n'),
    ] as const,
  ])
  expect(sentencesFor(decided)).toEqual([
    'sources.yaml, line 15, origin-links[0].reason: expected the reason why the two are held independent, found nothing.',
  ])
})

test('two who told each other are a circle that can be read', () => {
  const circle =
    '    reason: The article names her as its only source.\n  - { from: W1, to: gazette, kind: told-by }\n'
  const files = sound(['sources.yaml', '    reason: The article names her as its only source.\n', circle])
  expect(investigationIn(files).originLinks).toHaveLength(2)
})

test('a claim may rest on a passage in the text of a source that tells what the claim’s source said', () => {
  const files = sound([
    'claims.yaml',
    'passages: [every-monday, how-long]',
    'passages: [every-monday, article]',
  ])
  expect(investigationIn(files).claims[0]?.passages).toHaveLength(2)
})

test('all mistakes are told at once, in the order of files and lines', () => {
  const files = sound(
    ['claims.yaml', 'mode: state', 'mode: stated'],
    ['claims.yaml', 'min: 2, max: 4, said', 'min: -2, max: 4, said'],
    ['sources.yaml', 'credibility: 6', 'credibility: 7'],
    ['report.en.md', '[finding: crossings]', '[finding: crosings]'],
  )
  expect(sentencesFor(files)).toEqual([
    'claims.yaml, line 9, claims[0].quantity.min: expected a number of at least 0, found the number -2.',
    'claims.yaml, line 26, claims[1].mode: expected one of incident, pattern, state, attribution, negative (perhaps state), found “stated”.',
    'report.en.md, line 10, [finding: crosings]: expected the code of a finding (perhaps “crossings”), found “crosings”, which names none.',
    'sources.yaml, line 7, sources[0].credibility: expected one of 1, 2, 3, 4, 5, 6, found the number 7.',
  ])
})

test('what could not be read is not also called unknown', () => {
  expect(sentencesFor(sound(['sources.yaml', 'sources:', 'sources: ]']))).toHaveLength(1)
  expect(sentencesFor(sound(['texts/w1.md', 'kind: transcript', 'kind: transscript']))).toHaveLength(1)
  expect(sentencesFor(sound(['estimates.yaml', 'rounding: none', 'rounding: up']))).toHaveLength(1)
})

test('an empty folder is told what it lacks', () => {
  expect(sentencesFor(new Map())).toEqual([
    'claims.yaml: expected a file with the field claims, found no such file.',
    'findings.yaml: expected a file with the field findings, found no such file.',
    'investigation.yaml: expected a file that says what the investigation is, found no such file.',
    'passages.yaml: expected a file with the field passages, found no such file.',
    'sources.yaml: expected a file with the field sources and origin-links, found no such file.',
  ])
})

test('a README and notes are for people and are not read', () => {
  const files = new Map([
    ...SOUND_FOLDER,
    ['README.md', '{{'],
    ['README.ar.md', ''],
    ['notes/plan.yaml', '\t'],
    ['map.png', ''],
  ])
  expect(readInvestigation(files).ok).toBe(true)
})

test('the same words with other line ends are the same investigation', () => {
  const other = new Map([...SOUND_FOLDER].map(([file, content]) => [file, content.replaceAll('\n', '\r\n')]))
  expect(readInvestigation(other)).toEqual(readInvestigation(SOUND_FOLDER))
})

test('claims may be spread over files in a folder', () => {
  const [head = '', first = '', second = ''] = (SOUND_FOLDER.get('claims.yaml') ?? '').split(
    /^(?= {2}- code)/m,
  )
  const files = new Map([...SOUND_FOLDER, ['claims/1.yaml', head + first], ['claims/2.yaml', head + second]])
  files.delete('claims.yaml')
  expect(investigationIn(files)).toEqual(investigationIn(SOUND_FOLDER))
  files.set('claims/2.yaml', (head + second).replace('mode: state', 'mode: stated'))
  expect(sentencesFor(files)[0]).toMatch(/^claims\/2[.]yaml, line 5, claims\[0\][.]mode: /)
})

test('the example from the public record can be read', () => {
  const { nature, claims, reports } = investigationIn(exampleFiles('saydnaya'))
  expect(nature).toBe('public-record')
  expect(claims.length).toBeGreaterThan(20)
  expect(reports.map(({ locale }) => locale)).toEqual(['ar', 'en'])
})

const FILES = [...SOUND_FOLDER.keys()]
const scrap = fc.oneof(
  fc.constantFrom(
    '',
    '\t',
    '{',
    '}',
    '[',
    ']',
    '---\n',
    ': ',
    '&a ',
    '*a ',
    '!!x ',
    '"',
    '\u0000',
    '\uD800',
    '-1',
    'null',
    '{{',
    '~',
  ),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
)

prop.prop([fc.constantFrom(...FILES), fc.nat(), fc.nat({ max: 20 }), scrap], { numRuns: 300 })(
  'never throws, whatever stands in a file, and says of every mistake where it is',
  (file, at, length, put) => {
    const content = SOUND_FOLDER.get(file) ?? ''
    const start = at % (content.length + 1)
    const files = new Map([
      ...SOUND_FOLDER,
      [file, content.slice(0, start) + put + content.slice(start + length)],
    ])
    const read = readInvestigation(files)
    if (read.ok) return
    expect(read.mistakes.length).toBeGreaterThan(0)
    for (const { sentence, line, expected, found } of read.mistakes) {
      expect(sentence).toMatch(/^[^ ]+: expected |^[^ ]+, (line [1-9]\d*)?/)
      expect(line === null || line >= 1).toBe(true)
      expect([expected, found]).not.toContain('')
    }
  },
)
