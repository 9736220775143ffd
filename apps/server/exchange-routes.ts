import { Hono } from 'hono'
import { parseId } from '@corroborate/base'
import {
  giveWorkOut,
  mayDo,
  readActTables,
  readExchange,
  takeActsIn,
  takeWorkIn,
} from '@corroborate/casework'
import type { Doers } from './act-doers.ts'
import { notFound, sendOrNotFound, sendRefusal } from './answers.ts'
import { actsToTakeIn, workToGiveOut, workToTakeIn, useAsked } from './exchange-shapes.ts'
import { bodyAs } from './json-body.ts'
import { deskOf, type Parts, type SignedIn } from './parts.ts'

/**
 * What comes from other programs and what goes to them. Files are read in the browser, and what was read is looked at again by the act; a
 * file that goes out is entered in the ledger before its first byte leaves.
 */
export function exchangeRoutes(parts: Parts, { doing }: Doers): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  routes.get('/investigations/:id/exchange', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    const use = useAsked.safeParse(c.req.query())
    if (investigation === null || !use.success) return notFound(c)
    return sendOrNotFound(c, await readExchange(deskOf(parts, c.var.member), investigation, use.data))
  })
  routes.post(
    '/investigations/:id/exchange/projects',
    doing(takeWorkIn, workToTakeIn, ({ desk, ...at }, input) => takeWorkIn(desk, { ...at, ...input })),
  )
  routes.get('/investigations/:id/exchange/act-tables', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    if (investigation === null) return notFound(c)
    return sendOrNotFound(c, await readActTables(deskOf(parts, c.var.member), investigation))
  })
  routes.post(
    '/investigations/:id/exchange/act-tables',
    doing(takeActsIn, actsToTakeIn, ({ desk, ...at }, input) => takeActsIn(desk, { ...at, ...input })),
  )
  routes.post('/investigations/:id/exchange/files', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    const desk = deskOf(parts, c.var.member)
    if (investigation === null || !(await mayDo(desk, giveWorkOut, investigation))) return notFound(c)
    const asked = await bodyAs(c, workToGiveOut)
    if (!asked.ok) return sendRefusal(c, asked)
    const links = { desk: new URL(c.req.url).origin }
    const out = await giveWorkOut(desk, { investigation, ...asked.value, ...links })
    if (!out.ok) return sendRefusal(c, out)
    return c.body(out.value.bytes, 200, {
      'Content-Type': TYPES[asked.value.form],
      'Content-Disposition': `attachment; filename="${out.value.name}"`,
    })
  })
  return routes
}

const TYPES = {
  qdpx: 'application/zip',
  qdc: 'application/xml',
  jsonld: 'application/ld+json',
  csv: 'text/csv; charset=utf-8',
} as const
