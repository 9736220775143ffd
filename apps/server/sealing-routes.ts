import { Hono } from 'hono'
import { parseId } from '@corroborate/base'
import {
  askOpening,
  compareSafetyNumber,
  nameCustodians,
  noteOpened,
  openNamesToProtect,
  publishMemberKeys,
  readCustodians,
  readKeys,
  readSealedAsked,
  readSealing,
  releaseOpening,
  sealIdentity,
} from '@corroborate/casework'
import { nothing } from './act-shapes.ts'
import { doers, ofOneself } from './act-doers.ts'
import { notFound, sendOrNotFound } from './answers.ts'
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
  routes.get('/keys', async (c) => sendOrNotFound(c, await readKeys(deskOf(parts, c.var.member))))
  routes.post('/keys', ofOneself(parts, keysToPublish, publishMemberKeys))
  routes.post('/safety-numbers', ofOneself(parts, numberToCompare, compareSafetyNumber))
  routes.get('/investigations/:id/custodians', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    if (investigation === null) return notFound(c)
    return sendOrNotFound(c, await readCustodians(deskOf(parts, c.var.member), investigation))
  })
  routes.post(
    '/investigations/:id/custodians',
    doing(nameCustodians, custodiansToName, ({ desk, ...at }, input) =>
      nameCustodians(desk, { ...at, ...input }),
    ),
  )
  routes.post(
    '/investigations/:id/sealed',
    doing(sealIdentity, valueToSeal, ({ desk, ...at }, input) => sealIdentity(desk, { ...at, ...input })),
  )
  routes.get('/investigations/:id/sealed/:of', async (c) => {
    const [investigation, record] = [
      parseId<'investigation'>(c.req.param('id')),
      parseId<'source'>(c.req.param('of')),
    ]
    if (investigation === null || record === null) return notFound(c)
    return sendOrNotFound(c, await readSealing(deskOf(parts, c.var.member), { investigation, record }))
  })
  routes.post(
    '/investigations/:id/sealed-names',
    doing(openNamesToProtect, nothing, ({ desk, ...at }) => openNamesToProtect(desk, at)),
  )
  routes.post(
    '/investigations/:id/openings',
    doing(askOpening, openingToAsk, ({ desk, ...at }, input) => askOpening(desk, { ...at, ...input })),
  )
  routes.get('/investigations/:id/openings/:of', async (c) => {
    const [investigation, opening] = [
      parseId<'investigation'>(c.req.param('id')),
      parseId<'opening'>(c.req.param('of')),
    ]
    if (investigation === null || opening === null) return notFound(c)
    return sendOrNotFound(c, await readSealedAsked(deskOf(parts, c.var.member), { investigation, opening }))
  })
  routes.post(
    '/investigations/:id/openings/:of/release',
    doingTo<'opening', typeof openingToRelease>(
      releaseOpening,
      openingToRelease,
      ({ desk, of: opening, ...at }, { copy }) => releaseOpening(desk, { ...at, opening, copy }),
    ),
  )
  routes.post(
    '/investigations/:id/openings/:of/opened',
    doingTo<'opening', typeof nothing>(noteOpened, nothing, ({ desk, of: opening, ...at }) =>
      noteOpened(desk, { ...at, opening }),
    ),
  )
  return routes
}
