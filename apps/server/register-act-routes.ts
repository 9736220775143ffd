import { Hono } from 'hono'
import {
  planInterview,
  recordConsent,
  recordInterview,
  recordPerson,
  recordPlace,
  recordSource,
  recordUnit,
} from '@corroborate/casework'
import type { Doers } from './act-doers.ts'
import type { SignedIn } from './parts.ts'
import {
  consentToRecord,
  interviewToPlan,
  interviewToRecord,
  personToRecord,
  placeToRecord,
  sourceToRecord,
  unitToRecord,
} from './register-shapes.ts'

/** What is entered: whom the investigation draws on, what they allow, and whom, where and which bodies they speak of. */
export function registerActRoutes({ doing }: Doers): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  routes.post(
    '/investigations/:id/sources',
    doing(recordSource, sourceToRecord, ({ desk, ...at }, input) => recordSource(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/interviews',
    doing(recordInterview, interviewToRecord, ({ desk, ...at }, input) =>
      recordInterview(desk, { ...at, ...input }),
    ),
  )
  routes.post(
    '/investigations/:id/interviews/plans',
    doing(planInterview, interviewToPlan, ({ desk, ...at }, input) =>
      planInterview(desk, { ...at, ...input }),
    ),
  )
  routes.post(
    '/investigations/:id/consents',
    doing(recordConsent, consentToRecord, ({ desk, ...at }, input) =>
      recordConsent(desk, { ...at, ...input }),
    ),
  )
  routes.post(
    '/investigations/:id/persons',
    doing(recordPerson, personToRecord, ({ desk, ...at }, input) => recordPerson(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/places',
    doing(recordPlace, placeToRecord, ({ desk, ...at }, input) => recordPlace(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/units',
    doing(recordUnit, unitToRecord, ({ desk, ...at }, input) => recordUnit(desk, { ...at, ...input })),
  )
  return routes
}
