import { expect, test } from 'vitest'
import { derivedId } from '@corroborate/base'
import { TEXT_LIMITS } from '@corroborate/interchange'
import type { TextView } from './api.ts'
import { buildHouse } from '../../casework/testing/house.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { BODY_LIMIT, TEXT_BODY_LIMIT } from './json-body.ts'
import { postedJson, served } from './testing/served.ts'

const PIECE = { words: 'كنا هناك', paragraph: true, from: 900, to: 2000, doubt: null }

eachEngine((_engine, open) => {
  const opened = open()

  async function settled() {
    const house = await buildHouse(await opened)
    const server = served(house.store)
    const [own, strange] = [await server.signIn(house.member), await server.signIn(house.strangerId)]
    const at = (investigation: string) => `/api/investigations/${investigation}/texts`
    const post = async (
      body: unknown,
      more: { readonly to?: string; readonly session?: string | null } = {},
    ) => {
      const { to = at(house.investigation), session = own } = more
      const answer = await server.ask(to, { ...postedJson(body), session })
      return {
        status: answer.status,
        ...((await answer.json()) as { value?: string; reason?: string; detail?: string }),
      }
    }
    const text = {
      ...{ code: null, source: house.witness, title: { en: 'W1' }, language: 'ar', kind: 'transcript' },
      spoken: [
        { speaker: 'I', pieces: [{ ...PIECE, words: 'When?', from: 0, to: 900 }] },
        { speaker: 'W1', pieces: [PIECE] },
      ],
      readFrom: { file: 'w1.vtt', sha256: 'a'.repeat(64), form: 'vtt', machine: null },
    }
    return { house, server, own, strange, at, post, text }
  }

  test('a text that was read in a browser is taken in with its turns, once', async () => {
    const { server, own, at, post, text, house } = await settled()
    const { status, value } = await post(text)
    expect(status).toBe(200)
    const answer = await server.ask(`${at(house.investigation)}/${String(value)}`, { session: own })
    expect(((await answer.json()) as TextView).text).toMatchObject({
      content: 'I: When?\n\nW1: كنا هناك',
      readFrom: text.readFrom,
      turns: [
        { speaker: 'I', direction: 'ltr' },
        { speaker: 'W1', direction: 'rtl', pieces: [{ from: 900, to: 2000 }] },
      ],
    })
    expect(await post(text)).toMatchObject({ status: 422, reason: 'already-here' })
    expect(await post({ ...text, spoken: [] })).toMatchObject({ status: 422, reason: 'empty' })
  })

  test('what a machine wrote says what nobody has listened to yet, until somebody has', async () => {
    const { server, own, strange, at, post, text, house } = await settled()
    const machine = {
      ...text,
      spoken: text.spoken.slice(1),
      readFrom: { ...text.readFrom, machine: 'Whisper' },
    }
    const { value } = await post(machine)
    const to = `${at(house.investigation)}/${String(value)}`
    const unheard = async () => ((await (await server.ask(to, { session: own })).json()) as TextView).unheard
    expect(await unheard()).toEqual([{ start: 0, end: 12 }])
    expect(await post({ start: 4, end: 12 }, { to: `${to}/heard`, session: strange })).toMatchObject({
      status: 404,
    })
    expect(await post({ start: 4, end: 12 }, { to: `${to}/heard` })).toMatchObject({ status: 200 })
    expect(await unheard()).toEqual([{ start: 0, end: 4 }])
    expect(await post({ start: 4, end: 12 }, { to: `${to}/heard` })).toMatchObject({ reason: 'heard-before' })
  })

  test('to somebody with no part in it nothing is there, and a source that is not there is answered alike', async () => {
    const { post, text, strange, at } = await settled()
    const absent = await post(text, { to: at(derivedId('investigation', 'nowhere')), session: strange })
    expect(absent.status).toBe(404)
    expect(await post(text, { session: strange })).toEqual(absent)
    expect(await post({ ...text, source: derivedId('source', 'nobody') })).toEqual(absent)
    expect(await post(text, { session: null })).toMatchObject({ status: 401 })
  })

  test('what has another shape is refused with its field', async () => {
    const { post, text } = await settled()
    const field = async (body: object) => (await post(body)).detail
    expect(await field({ ...text, original: 'Ali' })).toContain('original')
    expect(await field({ ...text, language: 'Arabic, Syrian' })).toContain('“language”')
    const spoken = [{ speaker: 'x'.repeat(TEXT_LIMITS.speakerCharacters + 1), pieces: [] }]
    expect(await field({ ...text, spoken })).toContain('“spoken.0.speaker”')
    const readFrom = { ...text.readFrom, sha256: 'A'.repeat(64) }
    expect(await field({ ...text, readFrom })).toContain('“readFrom.sha256”')
  })

  test('a text may be larger than any other request, and not larger than the longest text', async () => {
    const { server, post, text, at, house } = await settled()
    const large = { ...text, original: 'x'.repeat(BODY_LIMIT) }
    expect(await post(large)).toMatchObject({ status: 400 })
    expect(await post(large, { to: at(house.investigation).replace(/texts$/, 'claims') })).toMatchObject({
      status: 413,
    })
    const declared = { headers: { 'content-length': String(TEXT_BODY_LIMIT + 1) } }
    const answer = await server.ask(at(house.investigation), { method: 'POST', body: '{}', ...declared })
    expect(answer.status).toBe(413)
  })
})

test('the limit of a body holds the longest text that is read', () => {
  const doubt = { kind: 'low-confidence', share: 0.1234567890123456 }
  const piece = { words: '', paragraph: false, from: 144_000_000, to: 144_000_000, doubt }
  const turn = { speaker: 'ش'.repeat(TEXT_LIMITS.speakerCharacters), pieces: [] }
  const bytes = (value: object) => Buffer.byteLength(JSON.stringify(value)) + 1
  const longest =
    TEXT_LIMITS.characters * 3 + TEXT_LIMITS.pieces * bytes(piece) + TEXT_LIMITS.turns * bytes(turn)
  expect(longest).toBeLessThan(TEXT_BODY_LIMIT)
})
