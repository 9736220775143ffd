import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { sourcesOf } from '../api.ts'
import { investigation } from '../frame-routes.tsx'
import { actTablesOf } from './queries.ts'
import { held } from '../route-parts.ts'

export const exchange = createRoute({
  getParentRoute: () => investigation,
  path: 'exchange',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(sourcesOf(params.investigation))),
      context.queries.query(held(actTablesOf(params.investigation))),
    ]),
  component: lazyRouteComponent(() => import('../screens/exchange.tsx'), 'Exchange'),
})
