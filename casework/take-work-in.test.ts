import { beforeAll, expect, test } from 'vitest'
import { derivedId, valueOf, type InvestigationId, type SourceId } from '@corroborate/base'
import { broughtWork, givenFileOf, readQdpx, strangeTexts } from '@corroborate/interchange'
import { verifyChain } from '@corroborate/ledger'
import {
  chainOf,
  codes,
  codingsOf,
  contentsOf,
  investigationWhole,
  ledgerHead,
  type Store,
} from '@corroborate/store'
import { strToU8, zipSync } from 'fflate'
import { eachEngine } from '../store/testing/engines.ts'
import * as acts from './acts.ts'
import { emptyInvestigation, FROM, OUT } from './testing/exchange-trials.ts'
import { buildHouse, type House } from './testing/house.ts'

/** All that is exchanged, as it stands. */
async function standing({ store }: { readonly store: Pick<Store, 'db'> }, id: InvestigationId) {
  const whole = await investigationWhole(store.db, id)
  if (whole === null) throw new Error('no such investigation')
  const system = [...(await codes(store.db, id)).values()]
  return { ...whole, codes: system, codings: await codingsOf(store.db, id) }
}

async function projectIn(bytes: Uint8Array) {
  const read = await readQdpx(givenFileOf('work.qdpx', bytes), null)
  if (!read.ok) throw new Error(read.fault.sentence)
  return read.project
}

/** What goes out of a house, as it comes back. */
async function comesBack({ desk, investigation }: House) {
  const { bytes } = valueOf(await acts.giveWorkOut(desk, { investigation, ...OUT, form: 'qdpx' }))
  return broughtWork(await projectIn(bytes), { locale: 'en', texts: new Map(), sources: [] })
}

/** As another program writes it: with GUIDs of its own kind, its name, nothing of ours. Invented. */
function foreign(selections: string, guids = '00000000-0000-4000-8000-0000000000'): Uint8Array {
  const xml = `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="Elsewhere" origin="Another 1.0">
    <Users><User guid="00000000-0000-4000-8000-0000000000a1" name="D. Coder"/></Users>
    <CodeBook><Codes><Code guid="00000000-0000-4000-8000-0000000000c1" name="Movement" isCodable="true">
      <Code guid="00000000-0000-4000-8000-0000000000c2" name="Leaving" isCodable="true"/></Code></Codes></CodeBook>
    <Sources><TextSource guid="00000000-0000-4000-8000-0000000000b1" name="Account" plainTextPath="internal://b1.txt">
      ${selections}</TextSource></Sources></Project>`
  const renewed = xml.replaceAll('00000000-0000-4000-8000-0000000000', guids)
  return zipSync({ 'project.qde': strToU8(renewed), 'sources/b1.txt': strToU8('He came.\nHe left at noon.') })
}

const selected = (nth: number, start: number, end: number, code: string) =>
  `<PlainTextSelection guid="00000000-0000-4000-8000-0000000000d${nth}" startPosition="${start}" endPosition="${end}">
    <Coding guid="00000000-0000-4000-8000-0000000000e${nth}" creatingUser="00000000-0000-4000-8000-0000000000a1">
    <CodeRef targetGUID="00000000-0000-4000-8000-0000000000${code}"/></Coding></PlainTextSelection>`

async function foreignWork(house: House, bytes: Uint8Array) {
  const project = await projectIn(bytes)
  const said = { source: house.document, language: 'en', kind: 'transcript' } as const
  const texts = new Map(strangeTexts(project).map(({ guid }) => [guid, said]))
  return broughtWork(project, { locale: 'en', texts, sources: [] }).work
}

eachEngine((_engine, open) => {
  let house: House
  beforeAll(async () => {
    house = await buildHouse(await open())
    const { desk, investigation, text } = house
    const made = { investigation, within: null, memo: 'What was seen.', name: { en: 'Seen', ar: 'ما شوهد' } }
    const code = valueOf(await acts.makeCode(desk, { ...made, key: 's' }))
    const within = valueOf(await acts.makeCode(desk, { ...made, key: null, memo: null, within: code }))
    for (const [start, end] of [
      [25, 60],
      [62, 82],
    ] as const)
      valueOf(
        await acts.codePassage(desk, { investigation, text, start, end, code: within, memo: 'Each week.' }),
      )
  })

  test('work that goes out and into an empty investigation is the work that went out; once more changes nothing', async () => {
    const sent = await standing(house, house.investigation)
    const { desk } = house
    const investigation = await emptyInvestigation(desk)
    const { work, warnings } = await comesBack(house)
    expect(warnings).toEqual([])
    const taken = valueOf(await acts.takeWorkIn(desk, { investigation, from: FROM, work }))
    expect(taken).toMatchObject({ added: { texts: 2, codes: 2, codings: 2, claims: 3 }, staysOut: [] })
    const back = await standing(house, investigation)
    const { sources, places, passages, claims, codes, codings } = sent
    const named = new Set([...claims, ...sent.texts].map(({ source }) => source))
    expect({ ...back, sources: back.sources }).toMatchObject({ places, passages, claims, codes, codings })
    expect(back.sources).toEqual(sources.filter(({ id }) => named.has(id)))
    expect(back.texts).toEqual(sent.texts.map((text) => ({ ...text, readFrom: { ...FROM, machine: null } })))
    const head = await ledgerHead(house.store.db, investigation)
    expect(await acts.takeWorkIn(desk, { investigation, from: FROM, work })).toMatchObject({
      reason: 'nothing-new',
    })
    expect(await ledgerHead(house.store.db, investigation)).toEqual(head)
    expect(
      (await verifyChain(chainOf(house.store.db, investigation), contentsOf(house.store.db, investigation)))
        .ok,
    ).toBe(true)
  })

  test('a text whose words are others here is told and not written over, nor is what was done in it', async () => {
    const { desk } = house
    const investigation = await emptyInvestigation(desk)
    const { work } = await comesBack(house)
    const [first, ...others] = work.texts
    if (first === undefined) throw new Error('no text')
    const changed = { ...work, texts: [{ ...first, content: `${first.content} And more.` }, ...others] }
    valueOf(await acts.takeWorkIn(desk, { investigation, from: FROM, work: changed }))
    const again = await acts.takeWorkIn(desk, { investigation, from: FROM, work })
    expect(again).toMatchObject({ reason: 'nothing-new' })
    expect(again.ok ? '' : again.detail).toContain(`text ${first.code ?? ''} (words-differ)`)
  })

  test('a project of another program comes in with its codes and coders; under new GUIDs it is known again', async () => {
    const { desk, investigation, store } = house
    const selections = selected(1, 0, 8, 'c1') + selected(2, 9, 25, 'c2') + selected(3, 0, 8, 'c2')
    const work = await foreignWork(house, foreign(selections))
    const taken = valueOf(await acts.takeWorkIn(desk, { investigation, from: FROM, work }))
    expect(taken.added).toMatchObject({ texts: 1, passages: 2, codes: 2, codings: 3, claims: 0 })
    const codings = (await codingsOf(store.db, investigation)).slice(-3)
    expect(codings.map(({ by }) => by)).toEqual(['D. Coder', 'D. Coder', 'D. Coder'])
    const users = selections.replaceAll(/creatingUser="[^"]*"/g, '')
    const renewed = await foreignWork(house, foreign(users, '00000000-0000-4000-9000-0000000000'))
    const again = valueOf(await acts.takeWorkIn(desk, { investigation, from: FROM, work: renewed }))
    expect(again).toMatchObject({
      added: { texts: 0, passages: 0, codes: 0, codings: 3 },
      same: { texts: 1, codes: 2 },
    })
    expect((await codingsOf(store.db, investigation)).at(-1)?.by).toBe('Another 1.0')
  })

  test('words that do not stand where they are said to, and what rests on them, stay out; the rest comes in', async () => {
    const { desk } = house
    const investigation = await emptyInvestigation(desk)
    const { work } = await comesBack(house)
    const [first, ...others] = work.passages
    if (first === undefined) throw new Error('no passage')
    const crooked = { ...work, passages: [{ ...first, exact: 'other words' }, ...others] }
    const { staysOut, added } = valueOf(
      await acts.takeWorkIn(desk, { investigation, from: FROM, work: crooked }),
    )
    expect(staysOut.map(({ kind, reason }) => `${kind} ${reason}`)).toContain('passage not-its-words')
    expect(staysOut.filter(({ reason }) => reason === 'passage-not-here').length).toBeGreaterThan(0)
    expect(added.passages).toBe(others.length)
  })

  test('what another investigation has is not here: a text of its source stays out, and all that was done in it', async () => {
    const { desk } = house
    const investigation = await emptyInvestigation(desk)
    const { work } = await comesBack(house)
    const brought = { ...work, sources: [] }
    const { added, staysOut } = valueOf(
      await acts.takeWorkIn(desk, { investigation, from: FROM, work: brought }),
    )
    expect(added).toMatchObject({ texts: 0, passages: 0, codings: 0, claims: 0 })
    expect(staysOut.map(({ reason }) => reason)).toContain('source-not-here')
  })

  test('two records of one id are refused, and a source that is a place is none', async () => {
    const { desk } = house
    const investigation = await emptyInvestigation(desk)
    const { work } = await comesBack(house)
    const [[text], [source]] = [work.texts, work.sources]
    if (text === undefined || source === undefined) throw new Error('no text of a source')
    for (const twice of [
      { ...work, texts: [...work.texts, text] },
      { ...work, sources: [...work.sources, source] },
    ])
      expect(await acts.takeWorkIn(desk, { investigation, from: FROM, work: twice })).toMatchObject({
        reason: 'brought-twice',
      })
    const place = {
      id: derivedId('place', 'p'),
      code: 'p',
      name: { en: 'P' },
      kind: 'room',
      within: null,
      aliases: [],
    } as const
    const crooked = { ...work, places: [place], texts: [{ ...text, source: place.id as string as SourceId }] }
    const { staysOut } = valueOf(await acts.takeWorkIn(desk, { investigation, from: FROM, work: crooked }))
    expect(staysOut).toContainEqual({ kind: 'text', name: text.code, reason: 'source-not-here' })
  })

  test('who may not bring texts in brings in no project', async () => {
    const { work } = await comesBack(house)
    const { stranger, investigation } = house
    expect(await acts.takeWorkIn(stranger, { investigation, from: FROM, work })).toMatchObject({
      reason: 'not-found',
    })
  })
})
