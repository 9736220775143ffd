import { Hono } from 'hono'
import { z } from 'zod'
import { chooseCrimes, chooseStandard, nameIncident, tieElement, untieElement } from '@corroborate/casework'
import { id, standard, text, words } from './act-shapes.ts'
import type { Doers } from './act-doers.ts'
import type { SignedIn } from './parts.ts'

/** More than there are crimes. */
const MANY_CRIMES = 200

const place = { element: text.max(80), incident: id<'incident'>().nullable() }
const crimesToChoose = z.strictObject({ crimes: z.array(text.max(80)).max(MANY_CRIMES) })
const incidentToName = z.strictObject({ name: words })
const elementToTie = z.strictObject({ ...place, finding: id<'finding'>() })
const standardToChoose = z.strictObject({ ...place, standard, reasons: words })

/** Findings held against the elements of crimes. */
export function elementActRoutes({ doing }: Doers): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  routes.post(
    '/investigations/:id/elements/crimes',
    doing(chooseCrimes, crimesToChoose, ({ desk, ...at }, input) => chooseCrimes(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/elements/incidents',
    doing(nameIncident, incidentToName, ({ desk, ...at }, input) => nameIncident(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/elements/ties',
    doing(tieElement, elementToTie, ({ desk, ...at }, input) => tieElement(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/elements/ties/undone',
    doing(untieElement, elementToTie, ({ desk, ...at }, input) => untieElement(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/elements/standards',
    doing(chooseStandard, standardToChoose, ({ desk, ...at }, input) =>
      chooseStandard(desk, { ...at, ...input }),
    ),
  )
  return routes
}
