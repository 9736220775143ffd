import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { session } from '../api.ts'
import { framed, root } from '../frame-routes.tsx'
import { held } from '../route-parts.ts'
import { account } from './queries.ts'

export const accountRoute = createRoute({
  getParentRoute: () => root,
  path: '/account',
  loader: ({ context }) =>
    Promise.all([context.queries.query(held(account)), context.queries.query(held(session))]),
  component: lazyRouteComponent(() => import('../screens/account.tsx'), 'Account'),
  ...framed,
})
