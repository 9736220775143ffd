import { expect, test } from 'vitest'
import { buildHouse } from '../../casework/testing/house.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import type { FindingView, StandingIf, WithoutView } from './api.ts'
import { postedJson, served } from './testing/served.ts'

eachEngine((_engine, open) => {
  const settled = open().then(async (store) => {
    const [house, other] = [await buildHouse(store), await buildHouse(store)]
    const server = served(store)
    const session = await server.signIn(house.member)
    const at = `/api/investigations/${house.investigation}`
    const ask = async (path: string) => server.ask(`${at}${path}`, { session })
    const post = async (path: string, body: object) =>
      server.ask(`${at}${path}`, { session, ...postedJson(body) })
    return { house, other, ask, post }
  })

  test('the matrix of a finding holds each claim beside its source, under the origin it goes back to', async () => {
    const { house, ask } = await settled
    const { matrix } = (await (await ask(`/findings/${house.finding}`)).json()) as FindingView
    expect(matrix).toMatchObject([
      {
        origins: [{ id: house.witness }],
        rows: [
          {
            source: { id: house.witness },
            cells: [{ claim: house.claim, side: 'for', counts: true, row: { id: house.claim } }],
          },
        ],
      },
    ])
  })

  test('without its only witness a finding falls; without nobody nothing moves', async () => {
    const { house, ask } = await settled
    const without = (await (await ask(`/without?source=${house.witness}`)).json()) as WithoutView
    expect(without.findings).toMatchObject([
      { row: { id: house.finding }, after: { kind: 'unsupported' }, falls: true },
    ])
    expect(without.claims.map(({ id }) => id)).toContain(house.claim)
    expect(await (await ask('/without')).json()).toEqual({ claims: [], findings: [], figures: [] })
  })

  test('what is no source of this investigation is not there', async () => {
    const { other, ask } = await settled
    expect((await ask(`/without?source=${other.witness}`)).status).toBe(404)
    expect((await ask('/without?source=not-an-id')).status).toBe(404)
  })

  test('a finding that is only thought of has its standing and its reasons, and is not kept', async () => {
    const { house, ask, post } = await settled
    const before: unknown = await (await ask('/findings')).json()
    const thought = { kind: { kind: 'incident' }, claimsFor: [house.claim], claimsAgainst: [] }
    const { value } = (await (await post('/standing', thought)).json()) as { readonly value: StandingIf }
    expect(value.standing.kind).toBe('uncorroborated')
    expect(value.reasons.length).toBeGreaterThan(0)
    expect(await (await ask('/findings')).json()).toEqual(before)
    expect((await post('/standing', { kind: { kind: 'incident' } })).status).toBe(400)
  })
})
