import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { addText, markPassage, codePassage, makeCode, unmarkPassage } from '@corroborate/casework'
import { rebuildIndex } from '@corroborate/store'
import type { SavedSearchesView, SearchView } from './api.ts'
import { secondReader } from '../../casework/testing/coding-trials.ts'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { WIDE } from '../../casework/testing/search-trials.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { postedJson, served } from './testing/served.ts'

/** Invented. */
const ARABIC = 'س: من كان معك؟\nش: كان معي عُثمان وعبد الرحمٰن الحلبي، وفي السّجن ٢٠٨ سجناء.\nس: متى؟'

eachEngine((_engine, open) => {
  const opened = open()

  async function settled() {
    const house = await buildHouse(await opened)
    const server = served(house.store)
    const at = `/api/investigations/${house.investigation}`
    const own = await server.signIn(house.member)
    const ask = async (words: string, narrowing: object = {}, session: string | null = own) => {
      const body = { words, narrowing: { ...WIDE, ...narrowing }, from: 0 }
      const answer = await server.ask(`${at}/search`, { ...postedJson(body), session })
      return {
        status: answer.status,
        ...((await answer.json()) as { value?: SearchView; reason?: string; detail?: string }),
      }
    }
    const kinds = async (words: string, narrowing: object = {}) =>
      Object.fromEntries(
        ((await ask(words, narrowing)).value?.groups ?? []).map(({ kind, count }) => [kind, count]),
      )
    return { house, server, at, own, ask, kinds }
  }

  async function inArabic({ desk, investigation, second }: House) {
    const about = { title: { ar: 'شهادة' }, language: 'ar', kind: 'transcript', translationOf: null } as const
    const text = {
      investigation,
      source: second,
      code: null,
      content: ARABIC,
      speakers: ['س', 'ش'],
      ...about,
    }
    return valueOf(await addText(desk, text))
  }

  test('any form of a word is found in turns, passages and claims, marked, and at its place in the text', async () => {
    const { house, ask } = await settled()
    const { value } = await ask('Mondays led')
    const [turn] = value?.groups.find(({ kind }) => kind === 'turn')?.found ?? []
    expect(value?.groups.map(({ kind }) => kind)).toEqual(['turn', 'passage', 'claim'])
    expect(turn?.pieces.filter(({ found }) => found).map(({ text }) => text)).toEqual(['led', 'Monday'])
    expect(turn?.place).toMatchObject({ text: { id: house.text }, speaker: 'W1', start: 41, end: 44 })
  })

  test('an exact phrase, words that stand near, a beginning, one of two, and what is left out', async () => {
    const { kinds } = await settled()
    expect(await kinds('"twenty men were"')).toMatchObject({ turn: 1 })
    expect(await kinds('"men twenty"')).toEqual({})
    expect(await kinds('"twenty Monday"~8')).toMatchObject({ turn: 1 })
    expect(await kinds('"twenty Monday"~3')).toEqual({})
    expect(await kinds('twent*')).toMatchObject({ turn: 1 })
    expect(await kinds('twenty OR nobody')).toMatchObject({ turn: 2 })
    expect(await kinds('led -twenty')).toMatchObject({ turn: 1 })
  })

  test('Arabic is found with and without its marks, articles and joined letters; digits of either kind; names in either script', async () => {
    const { house, ask, kinds } = await settled()
    await inArabic(house)
    for (const words of ['سجن', 'السِّجن', '٢٠٨', '208', '"وفي السجن"', '~عثمان', '~Osman', '~Othman'])
      expect(await kinds(words), words).toMatchObject({ turn: 1 })
    for (const name of ['~"Abdulrahman al-Halabi"', '~"عبدالرحمن الحلبي"', '~"Abd al-Rahman Halabi"'])
      expect(await kinds(name), name).toMatchObject({ turn: 1 })
    expect(await kinds('~Sulayman')).toEqual({})
    expect((await ask('~Osman')).value?.groups[0]?.found[0]?.pieces.find(({ found }) => found)?.text).toBe(
      'عُثمان',
    )
  })

  test('narrowed to a kind, a text, a speaker, a language or a code, and counted by each', async () => {
    const { house, ask, kinds } = await settled()
    const { desk, investigation, text } = house
    const code = valueOf(
      await makeCode(desk, { investigation, name: { en: 'Transport' }, within: null, key: null, memo: null }),
    )
    valueOf(await codePassage(desk, { investigation, text, start: 25, end: 60, code, memo: null }))
    expect(await kinds('led', { text })).toEqual({ turn: 1, passage: 1 })
    expect(await kinds('led', { speaker: 'W2' })).toEqual({ turn: 1, passage: 1 })
    expect(await kinds('led', { language: 'ar' })).toEqual({})
    expect(await kinds('led', { code })).toEqual({ passage: 1 })
    const { value } = await ask('led', { kind: 'passage' })
    expect(value).toMatchObject({
      total: 2,
      facets: { codes: [{ id: code, count: 1 }], languages: [{ label: 'en' }] },
    })
  })

  test('a passage that somebody else marked only to code it is not found before the coding of its text is opened', async () => {
    const { house, kinds } = await settled()
    const other = await secondReader(house)
    const { investigation, text } = house
    const code = valueOf(
      await makeCode(other, { investigation, name: { en: 'Week' }, within: null, key: null, memo: null }),
    )
    valueOf(await codePassage(other, { investigation, text, start: 62, end: 82, code, memo: null }))
    expect(await kinds('week')).toEqual({ turn: 1 })
    expect(await kinds('week', { code })).toEqual({})
  })

  test('a mark that was taken away is not found, and an index that is made anew finds the same', async () => {
    const { house, ask, kinds } = await settled()
    const { desk, investigation, text, store } = house
    const stretch = { investigation, text, start: 62, end: 82 }
    valueOf(await markPassage(desk, { ...stretch, code: null }))
    expect(await kinds('week')).toEqual({ turn: 1, passage: 1 })
    valueOf(await unmarkPassage(desk, stretch))
    expect(await kinds('week')).toEqual({ turn: 1 })
    const before = await ask('led')
    await store.db.transaction().execute((db) => rebuildIndex(db, investigation))
    expect(await ask('led')).toEqual(before)
  })

  test('what cannot be searched for is refused in a sentence', async () => {
    const { ask } = await settled()
    const reason = async (words: string) => {
      const { status, reason: why, detail } = await ask(words)
      return [status, why, (detail ?? '').length > 20]
    }
    expect(await reason('"led out')).toEqual([422, 'open-quote', true])
    expect(await reason('the of')).toEqual([422, 'only-stop-words', true])
    expect(await reason('x'.repeat(10_000))).toEqual([422, 'search-too-long', true])
    expect(await reason(' ')).toEqual([422, 'nothing-asked', true])
    expect(await reason('-led')).toEqual([422, 'only-without', true])
    expect(await reason('"led out"~many')).toEqual([422, 'no-distance', true])
    for (const words of [
      '* ~ ~"" (led) OR AND led^2 title:led',
      '%_\\led',
      "led' or 1=1 --",
      'led \ud800 OR',
      '\0led',
    ])
      expect((await ask(words)).status, words).toBeLessThan(500)
  })

  test('to somebody with no part in it there is nothing to search', async () => {
    const { house, server, ask } = await settled()
    expect((await ask('led', {}, await server.signIn(house.strangerId))).status).toBe(404)
    expect((await ask('led', {}, null)).status).toBe(401)
  })

  test('a search is kept for who asked it, and taken away by them alone', async () => {
    const { house, server, at, own } = await settled()
    const other = await server.signIn((await secondReader(house)).member)
    const asked = { words: '"led out"', narrowing: { ...WIDE, kind: 'turn' } }
    const post = async (path: string, body: object, session = own) => {
      const answer = await server.ask(at + path, { ...postedJson(body), session })
      return { status: answer.status, ...((await answer.json()) as { value?: string; reason?: string }) }
    }
    const list = async (session: string) =>
      ((await (await server.ask(`${at}/searches`, { session })).json()) as SavedSearchesView).searches
    const { value } = await post('/searches', { name: 'Led out', asked })
    expect(await post('/searches', { name: 'Led out', asked })).toMatchObject({ reason: 'kept-already' })
    expect(await list(own)).toEqual([{ id: value, name: 'Led out', asked }])
    expect(await list(other)).toEqual([])
    expect(await post(`/searches/${String(value)}/dropped`, {}, other)).toMatchObject({ status: 404 })
    expect(await post(`/searches/${String(value)}/dropped`, {})).toMatchObject({ status: 200 })
    expect(await list(own)).toEqual([])
  })
})
