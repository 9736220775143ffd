import { Hono, type Context } from 'hono'
import type { z } from 'zod'
import { parseId, type Outcome } from '@corroborate/base'
import {
  askOpening,
  compareSafetyNumber,
  nameCustodians,
  noteOpened,
  publishMemberKeys,
  readCustodians,
  readKeys,
  readSealedAsked,
  readSealing,
  releaseOpening,
  sealIdentity,
  type Desk,
} from '@corroborate/casework'
import { nothing } from './act-shapes.ts'
import { doers } from './act-doers.ts'
import { notFound, sendOrNotFound, sendOutcome, sendRefusal } from './answers.ts'
import { bodyAs } from './json-body.ts'
import { deskOf, type Parts, type SignedIn } from './parts.ts'
import {
  custodiansToName,
  keysToPublish,
  numberToCompare,
  openingToAsk,
  openingToRelease,
  valueToSeal,
} from './sealing-shapes.ts'

/** Keys, safety numbers, sealed values and their openings. All of it is ciphertext and signed context: the server can open nothing. */
export function sealingRoutes(parts: Parts): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  const { doing, doingTo } = doers(parts)
  routes.get('/keys', async (c) => sendOrNotFound(c, await readKeys(deskOf(parts, c.var.member.id))))
  routes.post('/keys', ofOneself(parts, keysToPublish, publishMemberKeys))
  routes.post('/safety-numbers', ofOneself(parts, numberToCompare, compareSafetyNumber))
  routes.get('/investigations/:id/custodians', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    if (investigation === null) return notFound(c)
    return sendOrNotFound(c, await readCustodians(deskOf(parts, c.var.member.id), investigation))
  })
  routes.post(
    '/investigations/:id/custodians',
    doing(custodiansToName, ({ desk, ...at }, input) => nameCustodians(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/sealed',
    doing(valueToSeal, ({ desk, ...at }, input) => sealIdentity(desk, { ...at, ...input })),
  )
  routes.get('/investigations/:id/sealed/:of', async (c) => {
    const [investigation, record] = [
      parseId<'investigation'>(c.req.param('id')),
      parseId<'source'>(c.req.param('of')),
    ]
    if (investigation === null || record === null) return notFound(c)
    return sendOrNotFound(c, await readSealing(deskOf(parts, c.var.member.id), { investigation, record }))
  })
  routes.post(
    '/investigations/:id/openings',
    doing(openingToAsk, ({ desk, ...at }, input) => askOpening(desk, { ...at, ...input })),
  )
  routes.get('/investigations/:id/openings/:of', async (c) => {
    const [investigation, opening] = [
      parseId<'investigation'>(c.req.param('id')),
      parseId<'opening'>(c.req.param('of')),
    ]
    if (investigation === null || opening === null) return notFound(c)
    return sendOrNotFound(
      c,
      await readSealedAsked(deskOf(parts, c.var.member.id), { investigation, opening }),
    )
  })
  routes.post(
    '/investigations/:id/openings/:of/release',
    doingTo<'opening', typeof openingToRelease>(openingToRelease, ({ desk, of: opening, ...at }, { copy }) =>
      releaseOpening(desk, { ...at, opening, copy }),
    ),
  )
  routes.post(
    '/investigations/:id/openings/:of/opened',
    doingTo<'opening', typeof nothing>(nothing, ({ desk, of: opening, ...at }) =>
      noteOpened(desk, { ...at, opening }),
    ),
  )
  return routes
}

/** What a member does about themselves, in no investigation. */
function ofOneself<Shape extends z.ZodType>(
  parts: Parts,
  shape: Shape,
  run: (desk: Desk, input: z.output<Shape>) => Promise<Outcome<unknown>>,
) {
  return async (c: Context<SignedIn>): Promise<Response> => {
    const input = await bodyAs(c, shape)
    return input.ok
      ? sendOutcome(c, await run(deskOf(parts, c.var.member.id), input.value))
      : sendRefusal(c, input)
  }
}
