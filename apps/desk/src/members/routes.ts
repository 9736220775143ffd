import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { framed, investigation, root } from '../frame-routes.tsx'
import { held } from '../route-parts.ts'
import { houseMembers, teamOf } from './queries.ts'

export const membersRoute = createRoute({
  getParentRoute: () => root,
  path: '/members',
  loader: ({ context }) => context.queries.query(held(houseMembers)),
  component: lazyRouteComponent(() => import('../screens/members.tsx'), 'Members'),
  ...framed,
})

export const memberRoute = createRoute({
  getParentRoute: () => root,
  path: '/members/$member',
  loader: ({ context }) => context.queries.query(held(houseMembers)),
  component: lazyRouteComponent(() => import('../screens/member.tsx'), 'Member'),
  ...framed,
})

export const team = createRoute({
  getParentRoute: () => investigation,
  path: 'team',
  loader: ({ context, params }) => context.queries.query(held(teamOf(params.investigation))),
  component: lazyRouteComponent(() => import('../screens/team.tsx'), 'Team'),
})
