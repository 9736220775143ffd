import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { sourcesOf } from '../api.ts'
import { investigation } from '../frame-routes.tsx'
import { held } from '../route-parts.ts'

export const exchange = createRoute({
  getParentRoute: () => investigation,
  path: 'exchange',
  loader: ({ context, params }) => context.queries.query(held(sourcesOf(params.investigation))),
  component: lazyRouteComponent(() => import('../screens/exchange.tsx'), 'Exchange'),
})
