import { expect, test } from 'vitest'
import { valueOf, type TextId } from '@corroborate/base'
import { addText, correctText, openCodings } from '@corroborate/casework'
import type { AgreementView, TranslationsView } from './api.ts'
import { codeIn } from '../../casework/testing/coding-trials.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { seated } from './testing/seated.ts'

const CORRECTIONS = [{ start: 25, end: 31, words: 'Ten' }]

eachEngine((_engine, open) => {
  const opened = open()

  test('a translation stands turn beside turn, is revised by somebody else, and is a draft again when words change', async () => {
    const { house, opener, second } = await seated(await opened)
    const { investigation, text: original } = house
    const at = `/texts/${original}/translations`
    const turns = ['ماذا رأيت؟', '']
    const { value: text } = await opener.post<TextId>(at, { language: 'ar', turns })
    const view = await opener.get<TranslationsView>(at)
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
    expect(await opener.post(at, { language: 'en', turns })).toMatchObject({ reason: 'same-language' })
    const advanced = async (to: string) =>
      (await second.post(`/texts/${text}/translation-state`, { to })).status
    expect(await advanced('certified')).toBe(422)
    expect(await advanced('revised')).toBe(200)
    expect(await advanced('certified')).toBe(200)
    expect((await opener.get<TranslationsView>(at)).beside[0]?.state).toBe('certified')

    const now = valueOf(
      await correctText(house.desk, { investigation, text: original, corrections: CORRECTIONS }),
    )
    expect(await second.get(`/texts/${now.text}/translations`)).toMatchObject({
      beside: [{ translation: text, state: 'draft', revisedBy: null }],
    })
  })

  test('a translation that came as a text is put beside the last version of its original', async () => {
    const { house, opener } = await seated(await opened)
    const { investigation, witness: source, text: translationOf } = house
    const came = { investigation, source, code: null, title: { en: 'x' }, kind: 'translation' } as const
    const french = valueOf(
      await addText(house.desk, {
        ...{ ...came, translationOf, language: 'fr', content: 'W1: Vingt hommes.', speakers: ['W1'] },
      }),
    )
    const now = valueOf(
      await correctText(house.desk, { investigation, text: translationOf, corrections: CORRECTIONS }),
    )
    const at = `/texts/${now.text}/translations`
    expect(await opener.get(at)).toMatchObject({ beside: [], apart: [{ id: french }] })
    expect(await opener.get(`/texts/${french}/translations`)).toMatchObject({ original: { id: now.text } })
    expect(await opener.post(`/texts/${french}/alignment`, {})).toMatchObject({ status: 200 })
    expect(await opener.get(at)).toMatchObject({ beside: [{ translation: french }], apart: [] })
  })

  test('how far coders agree is told once their coding is opened, with the places where they differ', async () => {
    const { house, opener, second } = await seated(await opened)
    const { investigation, code } = await codeIn(house)
    const at = `/texts/${house.text}`
    const coded = { code, memo: null }
    await opener.post(`${at}/codings`, { ...coded, start: 25, end: 60 })
    await second.post(`${at}/codings`, { ...coded, start: 25, end: 46 })
    expect(await opener.get(`${at}/agreement/${code}`)).toMatchObject({ reason: 'not-opened' })
    const { desk } = second
    const later = { ...desk, clock: () => desk.clock() + 60_000 }
    valueOf(await openCodings(later, { investigation, text: house.text }))
    const { value } = await opener.get<{ readonly value: AgreementView }>(`${at}/agreement/${code}`)
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
