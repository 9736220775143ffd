import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { session, sourceOf } from '../api.ts'
import { investigation } from '../frame-routes.tsx'
import { held } from '../route-parts.ts'
import { keysKept } from '../sealing/queries.ts'

export const consentForm = createRoute({
  getParentRoute: () => investigation,
  path: 'sources/$source/consent',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(sourceOf(params.investigation, params.source))),
      context.queries.query(held(session)),
      context.queries.query(held(keysKept)),
    ]),
  component: lazyRouteComponent(() => import('../screens/consent.tsx'), 'ConsentForm'),
})
