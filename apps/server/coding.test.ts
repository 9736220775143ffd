import { expect, test } from 'vitest'
import type { CodesView, CodeView, ClaimView, RegistersView, SourceView, TextView } from './api.ts'
import { buildHouse } from '../../casework/testing/house.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { seated } from './testing/seated.ts'

eachEngine((_engine, open) => {
  const opened = open()

  const code = (name: string, more: object = {}) => ({
    name: { en: name },
    within: null,
    key: null,
    memo: null,
    ...more,
  })

  test('words are marked and coded by their stretch, once, and both are undone by it', async () => {
    const { house, opener: first } = await seated(await opened)
    const { value: hunger } = await first.post('/codes', code('Hunger', { key: 'h', memo: 'Food withheld.' }))
    const stretch = { start: 62, end: 82 }
    const coding = { ...stretch, code: hunger, memo: 'Of others.' }
    const at = `/texts/${house.text}`
    expect(await first.post(`${at}/codings`, coding)).toMatchObject({ status: 200 })
    expect(await first.post(`${at}/codings`, coding)).toMatchObject({ status: 422, reason: 'coded-before' })
    expect(await first.post('/passages', { code: null, text: house.text, ...stretch })).toMatchObject({
      ...{ status: 422, reason: 'marked-before' },
    })
    const { passages } = await first.get<TextView>(at)
    const some: unknown = expect.any(String)
    expect(passages.find(({ passage }) => passage.start === 62)).toEqual({
      // Its words are in the text, and are not said again.
      passage: { id: some, code: some, start: 62, end: 82 },
      claims: [],
      codings: [{ code: hunger, coder: some, by: 'A. Researcher', memo: 'Of others.', mine: true }],
      mine: false,
    })
    expect(await first.post(`${at}/unmarked`, stretch)).toMatchObject({ reason: 'carries-something' })
    expect(await first.post(`${at}/codings/undone`, { ...stretch, code: hunger })).toMatchObject({
      status: 200,
    })
    expect(await first.post(`${at}/unmarked`, stretch)).toMatchObject({ status: 200 })
    expect((await first.get<TextView>(at)).passages).toHaveLength(passages.length - 1)
  })

  test('coders are blind to each other, where they cut as well as what they said, until a reviewer opens the text', async () => {
    const { house, opener: first, second } = await seated(await opened)
    const at = `/texts/${house.text}`
    const { value: hunger } = await first.post('/codes', code('Hunger'))
    await first.post(`${at}/codings`, { start: 62, end: 82, code: hunger, memo: null })
    await second.post(`${at}/codings`, { start: 25, end: 60, code: hunger, memo: null })
    const blind = await second.get<TextView>(at)
    expect(blind.coding).toEqual({ opened: null, hidden: 1 })
    expect(blind.passages.map(({ passage }) => passage.start)).toEqual([25])
    expect(await second.get<CodesView>('/codes')).toMatchObject({ codes: [{ codings: 1 }] })
    expect((await second.get<CodeView>(`/codes/${String(hunger)}`)).codings).toHaveLength(1)
    expect(await second.post(`${at}/codings/undone`, { start: 62, end: 82, code: hunger })).toMatchObject({
      status: 404,
    })
    expect(await second.post(`${at}/codings/opened`, {})).toMatchObject({ status: 200 })
    const seen = await second.get<TextView>(at)
    expect(seen.coding).toMatchObject({ opened: { by: 'C. Reader' }, hidden: 0 })
    expect(seen.passages.map(({ codings }) => codings.map(({ by }) => by))).toEqual([
      ...[['C. Reader'], ['A. Researcher']],
    ])
  })

  test('codes are merged and parted without losing a coding', async () => {
    const { house, opener: first } = await seated(await opened)
    const made = async (name: string, more = {}) =>
      String((await first.post('/codes', code(name, more))).value)
    const [food, hunger] = [await made('Food', { key: 'f' }), await made('Hunger', { key: 'h' })]
    const thirst = await made('Thirst', { within: hunger })
    expect(await first.post('/codes', code('Other', { key: 'f' }))).toMatchObject({ reason: 'key-taken' })
    for (const [under, start, end] of [
      [food, 25, 60],
      [hunger, 25, 60],
      [hunger, 62, 82],
    ] as const)
      await first.post(`/texts/${house.text}/codings`, { start, end, code: under, memo: null })
    expect(await first.post(`/codes/${hunger}/merger`, { into: food })).toMatchObject({ status: 200 })
    expect(await first.get<CodesView>('/codes')).toMatchObject({
      codes: [
        { id: food, codings: 2 },
        { id: thirst, within: food, codings: 0 },
      ],
    })
    const { codings } = await first.get<CodeView>(`/codes/${hunger}`)
    const parted = codings.slice(0, 1).map(({ passage, coder }) => ({ passage: passage.id, coder }))
    const split = await first.post(`/codes/${food}/split`, {
      ...{ name: { en: 'Bread' }, key: 'b', memo: null, codings: parted },
    })
    expect((await first.get<CodesView>('/codes')).codes.map(({ id, codings: count }) => [id, count])).toEqual(
      [
        ...[
          [food, 1],
          [thirst, 0],
          [split.value, 1],
        ],
      ],
    )
    expect(await first.post(`/codes/${thirst}/revision`, code('Thirst', { within: thirst }))).toMatchObject({
      reason: 'within-itself',
    })
  })

  test('a claim is read a second time by somebody else, who says why when they do not agree', async () => {
    const { house, opener: first, second } = await seated(await opened)
    const at = `/claims/${house.claim}`
    expect(await first.post(`${at}/review`, { verdict: 'accepted', words: null })).toMatchObject({
      ...{ status: 422, reason: 'own-claim' },
    })
    expect(await second.post(`${at}/review`, { verdict: 'conflict', words: null })).toMatchObject({
      reason: 'unexplained',
    })
    await second.post(`${at}/review`, { verdict: 'conflict', words: 'It was a Tuesday.' })
    await second.post(`${at}/review`, { verdict: 'accepted', words: null })
    const { claim, reviews } = await first.get<ClaimView>(at)
    expect(claim).toMatchObject({ coder: 'A. Researcher', secondCoder: 'C. Reader', status: 'accepted' })
    expect(reviews.map(({ verdict, words }) => [verdict, words])).toEqual([
      ...[
        ['conflict', 'It was a Tuesday.'],
        ['accepted', null],
      ],
    ])
  })

  test('sources, interviews, consents, people, places and bodies are entered, and found where they are read', async () => {
    const { opener: first } = await seated(await opened)
    const name = { en: 'The mill' }
    const { value: place } = await first.post('/places', {
      code: null,
      name,
      kind: 'facility',
      within: null,
      aliases: ['the red house'],
    })
    await first.post('/persons', { code: 'P7', name: { en: 'The commander' }, part: 'official' })
    await first.post('/units', {
      code: null,
      name: { en: 'The guard' },
      active: { edtf: '2013/2014', said: null },
    })
    expect(await first.get<RegistersView>('/registers')).toMatchObject({
      places: [{ id: place, aliases: ['the red house'] }],
      persons: [{ code: 'P7' }],
      units: [{ active: { earliest: '2013-01-01' } }],
      topics: ['led-out', 'weekly'],
    })
    const { value: witness } = await first.post('/sources', {
      ...{
        code: 'W9',
        kind: 'witness',
        role: 'relative',
        title: { en: 'A pseudonym' },
        reliability: 'F',
        credibility: 6,
      },
    })
    const interview = {
      ...{
        code: null,
        witness,
        date: '2026-01-03',
        place: { en: 'abroad' },
        remote: true,
        interviewer: 'A. Researcher',
      },
      ...{
        interpreter: null,
        languages: ['ar'],
        others: [],
        priorAccounts: [],
        distress: null,
        referralOffered: true,
        plan: null,
        promises: [{ words: 'To write what became of it.', due: '2026-02-01' }],
      },
    }
    expect(await first.post('/interviews', { ...interview, date: '2026-02-30' })).toMatchObject({
      status: 400,
    })
    expect(await first.post('/interviews', interview)).toMatchObject({ status: 200 })
    const allows = [{ purpose: 'analysis', recipient: 'own-team' }]
    const consent = {
      witness,
      allows,
      conceal: ['name'],
      explainedBy: 'A',
      language: 'ar',
      givenAt: '2026-01-03',
    }
    expect(await first.post('/consents', consent)).toMatchObject({ status: 200 })
    expect(await first.get<SourceView>(`/sources/${String(witness)}`)).toMatchObject({
      interviews: [{ remote: true }],
      consents: [{ version: 1, allows }],
    })
  })

  test('what names another’s text, code or claim gets the answer of nothing', async () => {
    const { house, opener: first } = await seated(await opened)
    const other = await buildHouse(house.store)
    const posts = [
      [`/texts/${other.text}/codings`, { start: 0, end: 2, code: other.claim, memo: null }],
      [`/texts/${other.text}/unmarked`, { start: 25, end: 60 }],
      [`/texts/${other.text}/codings/opened`, {}],
      [`/codes/${other.claim}/merger`, { into: other.claim }],
      [`/claims/${other.claim}/review`, { verdict: 'accepted', words: null }],
      ['/places', { code: null, name: { en: 'x' }, kind: 'room', within: other.text, aliases: [] }],
    ] as const
    for (const [path, body] of posts)
      expect([path, (await first.post(path, body)).status]).toEqual([path, 404])
  })
})
