import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { investigation } from '../frame-routes.tsx'
import { held } from '../route-parts.ts'
import { elementsOf } from './queries.ts'

export const elements = createRoute({
  getParentRoute: () => investigation,
  path: 'elements',
  loader: ({ context, params }) => context.queries.query(held(elementsOf(params.investigation))),
  component: lazyRouteComponent(() => import('../screens/elements.tsx'), 'Elements'),
})
