import type { Investigation } from '@corroborate/report'
import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { SOUND_FOLDER } from '../broken/sound-folder.ts'
import { exampleFiles } from '../../examples/example-files.ts'
import { readInvestigation } from './read-investigation.ts'
import { writeInvestigation } from './write-investigation.ts'

function investigationIn(files: ReadonlyMap<string, string>): Investigation {
  const read = readInvestigation(files)
  if (!read.ok) throw new Error(read.mistakes.map(({ sentence }) => sentence).join('\n'))
  return read.investigation
}

/** Where a sentence stands in its file is of the file, not of the investigation. */
function withoutLines(investigation: Investigation): unknown {
  return JSON.parse(JSON.stringify(investigation, (key, value: unknown) => (key === 'at' ? null : value)))
}

test.each([
  ['the sound folder', SOUND_FOLDER],
  ['the example from the public record', exampleFiles('saydnaya')],
])('%s is read, written and read again as the same investigation, with the same bytes', (_, files) => {
  const first = investigationIn(files)
  const written = writeInvestigation(first)
  const again = investigationIn(written)
  expect(withoutLines(again)).toEqual(withoutLines(first))
  expect([...writeInvestigation(again)]).toEqual([...written])
})

const awkward = fc
  .string({
    unit: fc.constantFrom(...Array.from('aب{}[]#:-"\'\\|>*&!%@`,? \n.1🙂ُ'), '---', ' #', ': ', '- ', '**'),
    minLength: 1,
    maxLength: 30,
  })
  .map((text) => text.trim().normalize('NFC'))
  .filter((text) => text !== '')
const line = awkward.map((text) => text.replaceAll('\n', ' ').replace(/\s+/g, ' '))

/** The sound investigation with other words in it: what a person may type anywhere. */
const wordy = fc
  .record({
    title: awkward,
    said: awkward,
    reason: awkward,
    heading: line,
    sentence: line,
    cell: fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a') }),
  })
  .map((typed): Investigation => {
    const sound = investigationIn(SOUND_FOLDER)
    const [report] = sound.reports
    if (report === undefined) throw new Error('no report')
    const at = null
    return {
      ...sound,
      title: { en: typed.title, ar: typed.title },
      claims: sound.claims.map((claim) => ({
        ...claim,
        when: { edtf: '2011', said: typed.said, earliest: '2011-01-01', latest: '2011-12-31' },
        basis: { ...claim.basis, vantage: typed.said },
      })),
      findings: sound.findings.map((finding) => ({
        ...finding,
        standardOfProof: 'reasonable-grounds',
        reasons: { ar: typed.reason },
        signer: typed.title,
        claimsAgainst: [
          { claim: finding.claimsFor[0], dismissed: { by: typed.title, reason: typed.reason } },
        ] as Investigation['findings'][number]['claimsAgainst'],
      })),
      lists: sound.lists.map((list) => ({
        ...list,
        rows: [
          [typed.cell, ''],
          ['', typed.cell],
        ],
      })),
      linkages: sound.linkages.map((linkage) => ({
        ...linkage,
        title: { ar: typed.title },
        madeBy: { en: typed.reason },
        links: linkage.links.map((link, at) => ({
          ...link,
          person: typed.reason,
          draw: at === 0 ? null : 3,
        })),
      })),
      reports: [
        {
          ...report,
          title: typed.title,
          subtitle: typed.reason,
          blocks: [
            { kind: 'heading', level: 3, text: typed.heading, at },
            {
              kind: 'paragraph',
              at,
              sentences: [{ parts: [{ kind: 'words', text: typed.sentence }], grounds: [], own: true, at }],
            },
          ],
        },
      ],
    }
  })

prop.prop([wordy], { numRuns: 60 })(
  'whatever words a person typed are read back as they were',
  (investigation) => {
    expect(withoutLines(investigationIn(writeInvestigation(investigation)))).toEqual(
      withoutLines(investigation),
    )
  },
)

test('a passage whose words stand twice is written with as much around it as tells the places apart', () => {
  const sound = investigationIn(SOUND_FOLDER)
  const text = sound.texts.find(({ code }) => code === 'w1')
  if (text === undefined) throw new Error('no text')
  const second = text.content.lastIndexOf('lorries')
  const files = new Map([
    ...SOUND_FOLDER,
    [
      'passages.yaml',
      `${SOUND_FOLDER.get('passages.yaml') ?? ''}  - { code: twice, text: w1, exact: lorries, suffix: ' crossed twice' }\n`,
    ] as const,
  ])
  const passages = investigationIn(writeInvestigation(investigationIn(files))).passages
  expect(passages.find(({ code }) => code === 'twice')?.start).toBe(second)
})

test('many claims are spread over files that a person can open', () => {
  const sound = investigationIn(SOUND_FOLDER)
  const [, claim] = sound.claims
  if (claim === undefined) throw new Error('no claim')
  const claims = Array.from({ length: 2_000 }, (_, at) => ({ ...claim, code: `N${at}` }))
  const written = writeInvestigation({ ...sound, claims: [...sound.claims, ...claims] })
  expect([...written.keys()].filter((file) => file.startsWith('claims'))).toEqual([
    'claims/000001.yaml',
    'claims/000002.yaml',
  ])
  expect(
    investigationIn(written)
      .claims.map(({ code }) => code)
      .at(-1),
  ).toBe('N1999')
})
