import { expect, test } from 'vitest'
import type { z } from 'zod'
import { valueOf, type EstimateId } from '@corroborate/base'
import { importInvestigation, type EstimateView } from '@corroborate/casework'
import type { EstimateRequest, ListRequest, PatternRequest } from '@corroborate/estimate'
import { readInvestigation } from '@corroborate/interchange'
import { exampleFiles } from '../../examples/example-files.ts'
import { buildHouse, deskIn } from '../../casework/testing/house.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import type { estimateWanted } from './estimate-shapes.ts'
import { postedJson, served } from './testing/served.ts'

/** Every part there, down to the last, and read-only: what two types have to agree on to be one. */
type Whole<Part> = Part extends string | number | boolean | null | undefined
  ? Part
  : { readonly [Key in keyof Part]-?: Whole<Exclude<Part[Key], undefined>> }

type Asked = Omit<PatternRequest, 'id' | 'code'> | Omit<ListRequest, 'id' | 'code'>
type Read = z.output<typeof estimateWanted>

// The compiler proves these: a part that one of the two lacks, or has otherwise, stops the build here.
const asAsked = (read: Read): Asked => read
const nothingLacks = (asked: Whole<Asked>): Whole<Read> => asked
const nothingMore = (read: Whole<Read>): Whole<Asked> => read

test('what is read has exactly the parts that a question has', () => {
  expect([asAsked, nothingLacks, nothingMore]).toHaveLength(3)
})

function questionsOf(name: string) {
  const read = readInvestigation(exampleFiles(name))
  if (!read.ok) throw new Error(read.mistakes.map(({ sentence }) => sentence).join('\n'))
  return read.investigation
}

function bare(question: EstimateRequest) {
  return Object.fromEntries(Object.entries(question).filter(([key]) => key !== 'id' && key !== 'code'))
}

eachEngine((_engine, open) => {
  const opened = open()

  test.each(['saydnaya', 'training'])(
    'every question of %s is asked, read and revised without losing a part',
    async (name) => {
      const store = await opened
      const house = await buildHouse(store)
      const whole = questionsOf(name)
      valueOf(await importInvestigation(deskIn(store, house.member), { whole }))
      const server = served(store)
      const session = await server.signIn(house.member)
      const at = `/api/investigations/${whole.id}/estimates`
      const post = async (path: string, body: unknown) => {
        const answer = await server.ask(`${at}${path}`, { ...postedJson(body), session })
        return (await answer.json()) as { readonly value: EstimateId }
      }
      const read = async (id: EstimateId) =>
        ((await (await server.ask(`${at}/${id}`, { session })).json()) as EstimateView).request
      expect(whole.estimates.length).toBeGreaterThan(0)
      for (const question of whole.estimates) {
        const asked = bare(question)
        const { value } = await post('', { code: `${question.code}-again`, asked })
        expect(bare(await read(value))).toEqual(asked)
        expect(await post(`/${question.id}/revision`, { asked: bare(await read(value)) })).toEqual({
          value: question.id,
        })
        expect(await read(question.id)).toEqual(question)
      }
    },
  )

  test('a question with a part of another shape is refused whole', async () => {
    const store = await opened
    const house = await buildHouse(store)
    const server = served(store)
    const session = await server.signIn(house.member)
    const [question] = questionsOf('saydnaya').estimates
    const asked = { ...bare(question as PatternRequest), thresholds: [{ side: 'beyond', people: 5 }] }
    const answer = await server.ask(`/api/investigations/${house.investigation}/estimates`, {
      ...postedJson({ code: null, asked }),
      session,
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ reason: 'unreadable' })
  })
})
