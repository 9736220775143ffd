import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, retainSearchParams } from '@tanstack/react-router'
import { overviewOf, session } from './api.ts'
import { FramedNowhere, FramedPending, FramedProblem } from './parts/framed.tsx'
import { held, wordOf, type Asked } from './route-parts.ts'
import { Desk } from './screens/desk.tsx'
import { Investigation } from './screens/investigation.tsx'
import { Investigations } from './screens/investigations.tsx'
import type { Walk } from './walk.ts'

interface Given {
  readonly queries: QueryClient
}

/** For the routes that draw the frame themselves: what stands in for them has to bring it. */
export const framed = { errorComponent: FramedProblem, pendingComponent: FramedPending }

export const root = createRootRouteWithContext<Given>()({ component: Desk, notFoundComponent: FramedNowhere })

export const investigations = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: ({ context }) => context.queries.query(held(session)),
  component: Investigations,
  ...framed,
})

/** What all screens of one investigation lie below. */
export const investigation = createRoute({
  getParentRoute: () => root,
  path: '/i/$investigation',
  validateSearch: (search: Asked): Walk => ({ from: wordOf(search.from) }),
  search: { middlewares: [retainSearchParams<Walk>(['from'])] },
  loader: ({ context, params }) => context.queries.query(held(overviewOf(params.investigation))),
  component: Investigation,
  ...framed,
})
