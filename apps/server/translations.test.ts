import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import * as acts from '@corroborate/casework'
import type { AgreementView, TranslationsView } from './api.ts'
import { codeIn, secondReader } from '../../casework/testing/coding-trials.ts'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { postedJson, served } from './testing/served.ts'

eachEngine((_engine, open) => {
  const opened = open()

  async function settled() {
    const house = await buildHouse(await opened)
    const server = served(house.store)
    const second = await secondReader(house)
    const at = `/api/investigations/${house.investigation}/texts/${house.text}`
    const [first, other] = [await server.signIn(house.member), await server.signIn(second.member)]
    const get = async (path: string) =>
      (await (await server.ask(at + path, { session: first })).json()) as never
    const post = async (path: string, body: object, session = first) =>
      (await (await server.ask(at + path, { ...postedJson(body), session })).json()) as {
        readonly value: string
        readonly reason?: string
      }
    return { house, second, server, get, post, other }
  }

  test('a translation stands turn beside turn, is revised by somebody else, and is a draft again when words change', async () => {
    const { house, get, post, server, other } = await settled()
    const turns = ['ماذا رأيت؟', '']
    const { value: text } = await post('/translations', { language: 'ar', turns })
    const view: TranslationsView = await get('/translations')
    expect(view.beside).toMatchObject([
      { translation: text, language: 'ar', state: 'draft', translator: 'A. Researcher' },
    ])
    expect(view.beside[0]?.rows.map(({ original, translation }) => [original, translation])).toMatchObject([
      [
        { words: 'I: What did you see?', direction: 'ltr' },
        { words: 'I: ماذا رأيت؟', direction: 'rtl' },
      ],
      [{ words: expect.stringMatching(/^W1: Twenty/) as string }, { words: '' }],
    ])
    const path = `/api/investigations/${house.investigation}/texts/${text}/translation-state`
    const advanced = async (session: string, to: string) =>
      (await server.ask(path, { ...postedJson({ to }), session })).status
    expect(await post('/translations', { language: 'en', turns })).toMatchObject({ reason: 'same-language' })
    expect(await advanced(other, 'certified')).toBe(422)
    expect(await advanced(other, 'revised')).toBe(200)
    expect(await advanced(other, 'certified')).toBe(200)
    const certified: TranslationsView = await get('/translations')
    expect(certified.beside[0]?.state).toBe('certified')

    const corrections = [{ start: 25, end: 31, words: 'Ten' }]
    const { investigation } = house
    const now = valueOf(await acts.correctText(house.desk, { investigation, text: house.text, corrections }))
    const session = other
    const below = `/api/investigations/${investigation}/texts/${now.text}`
    const after: unknown = await (await server.ask(`${below}/translations`, { session })).json()
    expect(after).toMatchObject({ beside: [{ translation: text, state: 'draft', revisedBy: null }] })
  })

  test('how far coders agree is told once their coding is opened, with the places where they differ', async () => {
    const { house, second, get } = await settled()
    const { investigation, code } = await codeIn(house)
    const coded = (desk: House['desk'], start: number, end: number) =>
      acts.codePassage(desk, { investigation, text: house.text, start, end, code, memo: null })
    valueOf(await coded(house.desk, 25, 60))
    valueOf(await coded(second, 25, 46))
    expect(await get(`/agreement/${code}`)).toMatchObject({ reason: 'not-opened' })
    valueOf(
      await acts.openCodings(
        { ...second, clock: () => second.clock() + 60_000 },
        { investigation, text: house.text },
      ),
    )
    const { value }: { readonly value: AgreementView } = await get(`/agreement/${code}`)
    expect(value.coders).toEqual(['A. Researcher', 'C. Reader'])
    expect(value.alpha).toMatchObject({ ok: true, value: { all: { ok: true } } })
    expect(value.kappas).toMatchObject([{ kappa: { ok: true, value: { judged: 2, agreed: 2, kappa: 1 } } }])
    expect(value.differing).toEqual([
      {
        ...{ start: 46, end: 60, kind: 'edges', exact: 'ut on a Monday' },
        said: [
          { by: 'A. Researcher', codes: [code] },
          { by: 'C. Reader', codes: [] },
        ],
      },
    ])
  })
})
