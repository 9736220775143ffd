import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { isPatternRequest } from '@corroborate/estimate'
import { ALL_CLAIMS, claimsOf, comparedOf, estimateOf, estimatesOf, listsOf, runOf, runsOf } from '../api.ts'
import { investigation } from '../frame-routes.tsx'
import { held, wordOf, type Asked } from '../route-parts.ts'

export const estimates = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates',
  loader: ({ context, params }) => context.queries.query(held(estimatesOf(params.investigation))),
  component: lazyRouteComponent(() => import('../screens/estimates.tsx'), 'Estimates'),
})

export const estimate = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates/$estimate',
  loader: async ({ context: { queries }, params: { investigation, estimate: id } }) => {
    const view = await queries.query(held(estimateOf(investigation, id)))
    const { inForce } = await queries.query(held(runsOf(investigation, id)))
    if (!isPatternRequest(view.request) && inForce.ok)
      await queries.query(held(runOf(investigation, inForce.value)))
  },
  component: lazyRouteComponent(() => import('../screens/estimate.tsx'), 'Estimate'),
})

export const revise = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates/$estimate/revise',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(estimateOf(params.investigation, params.estimate))),
      context.queries.query(held(listsOf(params.investigation))),
      context.queries.infiniteQuery(held(claimsOf(params.investigation, ALL_CLAIMS))),
    ]),
  component: lazyRouteComponent(() => import('../screens/revise.tsx'), 'Revise'),
})

export const runs = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates/$estimate/runs',
  loader: ({ context, params }) => context.queries.query(held(runsOf(params.investigation, params.estimate))),
  component: lazyRouteComponent(() => import('../screens/runs.tsx'), 'Runs'),
})

export const run = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates/runs/$run',
  loader: ({ context, params }) => context.queries.query(held(runOf(params.investigation, params.run))),
  component: lazyRouteComponent(() => import('../screens/run.tsx'), 'Run'),
})

export const compared = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates/runs/$run/against/$other',
  loader: ({ context, params }) =>
    context.queries.query(held(comparedOf(params.investigation, params.run, params.other))),
  component: lazyRouteComponent(() => import('../screens/compared.tsx'), 'Compared'),
})

/** The linkage that a question begins with. */
interface AskSearch {
  readonly linkage?: string | undefined
}

export const askLists = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates/ask/lists',
  validateSearch: (search: Asked): AskSearch => ({ linkage: wordOf(search.linkage) }),
  loader: ({ context, params }) => context.queries.query(held(listsOf(params.investigation))),
  component: lazyRouteComponent(() => import('../screens/ask.tsx'), 'AskLists'),
})

export const askClaims = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates/ask/claims',
  loader: ({ context, params }) =>
    context.queries.infiniteQuery(held(claimsOf(params.investigation, ALL_CLAIMS))),
  component: lazyRouteComponent(() => import('../screens/ask.tsx'), 'AskClaims'),
})
