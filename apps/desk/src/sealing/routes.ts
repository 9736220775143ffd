import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { framed, investigation, root } from '../frame-routes.tsx'
import { held } from '../route-parts.ts'
import { custodiansOf, keysKept } from './queries.ts'

/** A member's keys are theirs in every investigation, so they lie below none. */
export const keys = createRoute({
  getParentRoute: () => root,
  path: '/keys',
  loader: ({ context }) => context.queries.query(held(keysKept)),
  component: lazyRouteComponent(() => import('../screens/keys.tsx'), 'Keys'),
  ...framed,
})

export const custodians = createRoute({
  getParentRoute: () => investigation,
  path: 'custodians',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(keysKept)),
      context.queries.query(held(custodiansOf(params.investigation))),
    ]),
  component: lazyRouteComponent(() => import('../screens/custodians.tsx'), 'Custodians'),
})
