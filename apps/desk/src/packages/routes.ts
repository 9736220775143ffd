import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { findingsOf } from '../api.ts'
import { investigation } from '../frame-routes.tsx'
import { held } from '../route-parts.ts'
import { conflictsOf, packagesOf } from './queries.ts'

export const packages = createRoute({
  getParentRoute: () => investigation,
  path: 'packages',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(packagesOf(params.investigation))),
      context.queries.query(held(findingsOf(params.investigation))),
    ]),
  component: lazyRouteComponent(() => import('../screens/packages.tsx'), 'Packages'),
})

export const conflicts = createRoute({
  getParentRoute: () => investigation,
  path: 'conflicts',
  loader: ({ context, params }) => context.queries.query(held(conflictsOf(params.investigation))),
  component: lazyRouteComponent(() => import('../screens/conflicts.tsx'), 'Conflicts'),
})
