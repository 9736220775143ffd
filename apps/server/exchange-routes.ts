import { Hono } from 'hono'
import { takeWorkIn } from '@corroborate/casework'
import type { Doers } from './act-doers.ts'
import { workToTakeIn } from './exchange-shapes.ts'
import type { SignedIn } from './parts.ts'

/** What comes from other programs. Files are read in the browser; what was read is looked at again by the act. */
export function exchangeRoutes({ doing }: Doers): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  routes.post(
    '/investigations/:id/exchange/projects',
    doing(takeWorkIn, workToTakeIn, ({ desk, ...at }, input) => takeWorkIn(desk, { ...at, ...input })),
  )
  return routes
}
