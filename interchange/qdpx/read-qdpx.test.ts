import { existsSync, readFileSync } from 'node:fs'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { describe, expect, test } from 'vitest'
import { givenFileOf } from '../bytes/given-file.ts'
import type { Counting } from './counting.ts'
import { askedIn, settled } from './qda-project.ts'
import { readQdpx } from './read-qdpx.ts'

const SAMPLES = new URL('../../../shared/qdpx/', import.meta.url)
const isBeside = existsSync(SAMPLES)
if (!isBeside) console.warn('skipped: the samples of REFI-QDA are not beside this project (../shared/qdpx)')

const besideFile = (path: string) => readFileSync(new URL(path, SAMPLES))

async function read(bytes: Uint8Array, said: Counting | null = null, name = 'a.qdpx') {
  const answer = await readQdpx(givenFileOf(name, bytes), said)
  if (!answer.ok) throw new Error(answer.fault.sentence)
  const { project, warnings } = answer
  return { project, warnings, reasons: warnings.map(({ reason }) => reason) }
}

async function refusal(bytes: Uint8Array, name = 'a.qdpx') {
  const answer = await readQdpx(givenFileOf(name, bytes), null)
  return answer.ok ? null : [answer.fault.reason, answer.fault.sentence]
}

const G = (n: number) => `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`
const coded = (n: number, code = 1) => `<Coding guid="${G(n)}"><CodeRef targetGUID="${G(code)}"/></Coding>`
const selection = (
  n: number,
  [start, end]: readonly [number, number],
  name: string | null,
  inside = coded(n + 1000),
) =>
  `<PlainTextSelection guid="${G(n)}" ${name === null ? '' : `name="${name}"`} startPosition="${start}" endPosition="${end}">${inside}</PlainTextSelection>`
const BOOK = `<CodeBook><Codes><Code guid="${G(1)}" name="Topic" isCodable="true"/></Codes></CodeBook>`
const project = (sources: string, rest = '') =>
  `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="Invented">${BOOK}<Sources>${sources}</Sources>${rest}</Project>`

interface Archive {
  readonly sources: string
  readonly text?: string
  readonly rest?: string
  readonly qde?: string
  readonly path?: string
}
/** An archive as some program leaves it. */
function archive({ sources, text, rest, qde = 'project.qde', path = 'sources/t.txt' }: Archive): Uint8Array {
  const files: Zippable = { [qde]: strToU8(project(sources, rest)) }
  if (text !== undefined) files[path] = strToU8(text)
  return zipSync(files)
}
const textSource = (selections: string, path = 'internal://t.txt') =>
  `<TextSource guid="${G(2)}" name="T" plainTextPath="${path}">${selections}</TextSource>`

describe.skipIf(!isBeside)('a sample beside this project', () => {
  test('of ATLAS.ti, whose texts are not in it, is read with what waits for them', async () => {
    const { project, reasons } = await read(besideFile('atlasti-standard-project/TestProject.qdpx'))
    const { codes, sets, texts, selections, notes, links, users } = project
    expect([codes.length, sets.length, notes.length, links.length, users.length]).toEqual([14, 16, 2, 1, 3])
    expect(texts.filter(({ frozen }) => frozen === null)).toHaveLength(texts.length)
    expect(selections.filter(({ placed }) => placed.kind === 'no-text').length).toBe(selections.length)
    const oh = selections.find(({ name }) => name?.startsWith('Oh, that was great') === true)
    expect(oh?.written).toEqual({ start: 139, end: 195 })
    expect(reasons).toContain('text-missing')
    expect(reasons).toContain('left-out')
    expect(new Set(reasons)).not.toContain('guid-twice')
  })

  test('written by hand, with every element of the schema once', async () => {
    const { project, reasons } = await read(besideFile('ornio-hand-authored/hand-authored.qdpx'))
    const { codes, selections, cases, links } = project
    expect(codes.map(({ name, isCodable }) => [name, isCodable])).toEqual([
      ['Topics', false],
      ['Health', true],
      ['Diet', true],
      ['Wellbeing', true],
    ])
    expect(codes[2]?.within).toBe(codes[1]?.guid)
    expect(selections[0]?.placed).toMatchObject({ kind: 'placed', by: 'quotation', exact: 'Diet and health' })
    expect(cases).toMatchObject([{ values: [{ value: '34' }, { value: 'true' }] }])
    expect(links).toMatchObject([{ direction: 'OneWay' }])
    expect(reasons).toContain('left-out')
  })

  test('as a bare project, and its schema-made code book', async () => {
    const { project } = await read(besideFile('ornio-hand-authored/project.qde'), null, 'project.qde')
    expect(project.name).toBe('Sample Study')
    expect(project.codes).toHaveLength(4)
  })
})

describe('a project is found', () => {
  const one = selection(10, [0, 5], 'Words')
  test.each([
    [
      'under another name, beside capital folders',
      { qde: 'Trial.qde', path: 'Sources/T.TXT' },
      'internal://t.txt',
    ],
    ['by a path without its scheme', {}, 't.txt'],
    ['by a path with the folder', {}, 'sources/t.txt'],
    ['beside the project', { path: 't.txt' }, 'internal://t.txt'],
  ])('%s', async (_, where, path) => {
    const { project, reasons } = await read(
      archive({ ...where, sources: textSource(one, path), text: 'Words here' }),
    )
    expect(project.selections[0]?.placed).toMatchObject({ kind: 'placed', exact: 'Words' })
    expect(reasons).toEqual([])
  })

  test('and nothing outside the archive is looked for', async () => {
    for (const path of ['relative:///t.txt', 'absolute:///etc/t.txt', 'internal://../../t2.txt']) {
      const { project, warnings } = await read(
        archive({ sources: textSource(one, path), text: 'Words here' }),
      )
      expect(project.selections[0]?.placed.kind).toBe('no-text')
      expect(warnings[0]?.sentence).toMatch(
        /TextSource “T”: expected its text in the archive .* 1 selections wait/,
      )
    }
  })
})

describe('a selection stands', () => {
  const placedAt = async (
    text: string,
    [start, end]: readonly [number, number],
    name: string | null,
    said: Counting | null = null,
  ) => {
    const { project, reasons } = await read(
      archive({ sources: textSource(selection(10, [start, end], name)), text }),
      said,
    )
    return { placed: project.selections[0]?.placed, reasons, project }
  }
  const CRLF = 'First line\r\nSecond line\r\nThird line'

  test('where its quotation is, when line ends count as one', async () => {
    const { placed } = await placedAt(CRLF, [11, 22], 'Second line')
    expect(placed).toMatchObject({
      kind: 'placed',
      by: 'quotation',
      start: 11,
      end: 22,
      exact: 'Second line',
    })
  })
  test('where its quotation is, when they count as two', async () => {
    const { placed } = await placedAt(CRLF, [12, 23], 'Second line')
    expect(placed).toMatchObject({ start: 11, end: 22, counting: { lineEnds: 'as-written' } })
  })
  test('where its quotation is, when a text lost its second line ends', async () => {
    const { placed } = await placedAt(CRLF.replaceAll('\r', ''), [12, 23], 'Second line')
    expect(placed).toMatchObject({ start: 11, end: 22, counting: { lineEnds: 'as-two' } })
  })
  test('where its quotation is, in code points or in UTF-16 units', async () => {
    const text = '🕊🕊 the words'
    const exact = { kind: 'placed', start: 3, end: 12, exact: 'the words' }
    expect((await placedAt(text, [3, 12], 'the words')).placed).toMatchObject(exact)
    expect((await placedAt(text, [5, 14], 'the words')).placed).toMatchObject(exact)
  })
  test('where a quotation that was cut begins', async () => {
    const cut = 'These are long words h…'
    const { placed } = await placedAt('These are long words here.\r\nAnd more of it.', [0, 30], cut)
    expect(placed).toMatchObject({
      kind: 'asked',
      alternatives: [
        { start: 0, end: 29 },
        { start: 0, end: 30 },
      ],
    })
    const other = await placedAt(
      `b c\r\n${'These are long words. '.repeat(3)}`,
      [4, 26],
      'These are long words. T…',
    )
    expect(other.placed).toMatchObject({ kind: 'placed', start: 4, counting: { lineEnds: 'as-one' } })
  })
  test('where it must, when there is one way only to count', async () => {
    const { placed } = await placedAt('plain words', [0, 5], 'what I call it')
    expect(placed).toMatchObject({ kind: 'placed', by: 'only-reading', exact: 'plain' })
  })
  test('in a text that freezing changed, at the same words', async () => {
    const { placed } = await placedAt('\uFEFFe\u0301te\u0301 \u200Fنعم', [6, 9], null)
    expect(placed).toMatchObject({ kind: 'placed', exact: 'نع' })
  })

  test('nowhere for certain: a person is asked, and the answer is taken', async () => {
    const { placed, project } = await placedAt(CRLF, [12, 22], 'my own name for it')
    expect(placed).toMatchObject({
      kind: 'asked',
      alternatives: [{ exact: 'Second lin' }, { exact: 'econd line' }],
    })
    expect(askedIn(project)).toHaveLength(1)
    const answered = settled(project, new Map([[G(10), 1]]))
    expect(answered.selections[0]?.placed).toMatchObject({ kind: 'placed', by: 'said', exact: 'econd line' })
    expect(askedIn(settled(project, new Map([[G(10), 7]])))).toHaveLength(1)
  })
  test('as somebody said that the file counts, unless a quotation says otherwise', async () => {
    const said = { lineEnds: 'as-one', characters: 'code-points' } as const
    expect((await placedAt(CRLF, [12, 22], null, said)).placed).toMatchObject({
      by: 'said',
      exact: 'econd line',
    })
    expect((await placedAt(CRLF, [12, 23], 'Second line', said)).placed).toMatchObject({
      by: 'quotation',
      exact: 'Second line',
    })
  })
  test('elsewhere, as its words are: that is asked, never done', async () => {
    const { placed } = await placedAt('Some text with a quotation in it', [3, 14], 'a quotation')
    expect(placed).toMatchObject({
      kind: 'asked',
      alternatives: [
        { start: 3, counting: {} },
        { start: 15, exact: 'a quotation', counting: null },
      ],
    })
  })
})

describe('what is set aside is told', () => {
  test.each([
    [
      'selection-outside',
      selection(10, [3, 900], null),
      /PlainTextSelection 0.*10: expected positions up to 10.*3 to 900.*1 codings/,
    ],
    ['selection-empty', selection(10, [3, 3], null), /expected words, found none, at 3/],
    ['selection-malformed', selection(10, [5, 3], null), /an end not before it, found 5 and 3/],
    ['coding-without-code', selection(10, [0, 5], null, coded(11, 99)), /expected a code of the code book/],
  ])('%s', async (reason, selections, sentence) => {
    const { reasons, warnings } = await read(archive({ sources: textSource(selections), text: 'Words here' }))
    expect(reasons).toEqual([reason])
    expect(warnings[0]?.sentence).toMatch(sentence)
  })

  test('a GUID that is used twice: the second gets another, the same each time', async () => {
    const bytes = archive({
      sources: textSource(selection(10, [0, 5], 'Words') + selection(10, [6, 10], 'here', coded(12))),
      text: 'Words here',
    })
    const once = await read(bytes)
    expect(once.reasons).toEqual(['guid-twice'])
    expect(once.project.selections.map(({ guid }) => guid)[0]).toBe(G(10))
    expect(new Set(once.project.selections.map(({ guid }) => guid)).size).toBe(2)
    expect(once.project.codings[1]?.on).toBe(once.project.selections[1]?.guid)
    expect((await read(bytes)).project).toEqual(once.project)
  })

  test('names that are used twice are kept', async () => {
    const { project, reasons } = await read(
      archive({ sources: textSource('') + textSource('').replace(G(2), G(3)), text: 'Words' }),
    )
    expect(reasons).toEqual(['name-twice'])
    expect(project.texts).toHaveLength(2)
  })

  test('regions and times are counted', async () => {
    const audio = `<AudioSource guid="${G(5)}" name="A"><AudioSelection guid="${G(6)}" begin="0" end="9">${coded(7)}</AudioSelection></AudioSource>`
    const { warnings } = await read(archive({ sources: audio }))
    expect(warnings[0]?.sentence).toContain('1 of regions or times, with 1 codings')
  })
})

test('memos are descriptions and notes, and a transcript is selected between its marks', async () => {
  const sources = `<AudioSource guid="${G(5)}" name="A"><Transcript guid="${G(6)}"><PlainTextContent>One two three</PlainTextContent>
    <SyncPoint guid="${G(7)}" position="4" timeStamp="0"/><SyncPoint guid="${G(8)}" position="7" timeStamp="9"/>
    <TranscriptSelection guid="${G(9)}" fromSyncPoint="${G(7)}" toSyncPoint="${G(8)}"><Description>mine</Description>${coded(20)}<NoteRef targetGUID="${G(30)}"/></TranscriptSelection>
    </Transcript></AudioSource>`
  const rest = `<Notes><Note guid="${G(30)}" name="N"><PlainTextContent>a note</PlainTextContent></Note></Notes>`
  const { project } = await read(archive({ sources, rest }))
  expect(project.selections).toMatchObject([{ memo: 'mine\n\na note', placed: { exact: 'two' } }])
  expect(project.codings).toMatchObject([{ on: G(9), code: G(1) }])
})

describe('a file is refused', () => {
  const bomb = `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(99)}">]><Project>&a;</Project>`
  test.each([
    [
      'without a project',
      zipSync({ 'a.txt': strToU8('a') }),
      ['no-project', 'a.qdpx: expected one project (*.qde) at the root of the archive, found none.'],
    ],
    [
      'with two',
      zipSync({ 'a.qde': strToU8('<a/>'), 'b.QDE': strToU8('<a/>') }),
      ['several-projects', expect.stringContaining('“a.qde”, “b.QDE”')],
    ],
    [
      'that declares entities',
      zipSync({ 'project.qde': strToU8(bomb) }),
      ['file-broken', 'a.qdpx: expected “project.qde” as XML, found a document type.'],
    ],
    [
      'that unfolds without end',
      zipSync({ 'project.qde': new Uint8Array(60_000_000) }),
      ['file-unfolds', expect.stringContaining('“project.qde” to unfold to at most')],
    ],
    [
      'that is cut short',
      archive({ sources: '' }).subarray(0, 90),
      ['file-broken', expect.stringContaining('cut short')],
    ],
    [
      'whose XML breaks off',
      zipSync({ 'project.qde': strToU8('<Project><Users>') }),
      ['file-broken', expect.stringContaining('unclosed tag')],
    ],
    ['that is other XML', strToU8('<html/>'), ['not-a-project', expect.stringContaining('“html”')]],
    ['that is empty', new Uint8Array(), ['file-broken', expect.stringContaining('as XML')]],
  ])('%s', async (_, bytes, told) => {
    expect(await refusal(bytes)).toEqual(told)
  })
})

test('a text that unfolds without end costs itself only', async () => {
  const bytes = zipSync({
    'project.qde': strToU8(project(textSource(selection(10, [0, 5], 'Words')))),
    'sources/t.txt': new Uint8Array(60_000_000),
  })
  const { project: found, warnings } = await read(bytes)
  expect(found.selections[0]?.placed.kind).toBe('no-text')
  expect(warnings).toMatchObject([{ reason: 'text-unreadable' }])
})

test('a code book alone is read', async () => {
  const bytes = strToU8(
    `\uFEFF<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="{${G(1)}}" name="A" isCodable="true"><Description>of it</Description><Code guid="${G(2)}" name="B" isCodable="false"/></Code></Codes><Sets><Set guid="${G(3)}" name="S"><MemberCode guid="${G(2)}"/></Set></Sets></CodeBook>`,
  )
  const { project: book } = await read(bytes, null, 'a.qdc')
  expect(book.codes).toMatchObject([
    { guid: G(1), memo: 'of it', within: null },
    { guid: G(2), within: G(1), isCodable: false },
  ])
  expect(book.sets).toMatchObject([{ members: [G(2)] }])
})
