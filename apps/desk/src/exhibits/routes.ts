import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { investigation } from '../frame-routes.tsx'
import { held } from '../route-parts.ts'
import { exhibitOf, exhibitsOf } from './queries.ts'

export const exhibits = createRoute({
  getParentRoute: () => investigation,
  path: 'exhibits',
  loader: ({ context, params }) => context.queries.query(held(exhibitsOf(params.investigation))),
  component: lazyRouteComponent(() => import('../screens/exhibits.tsx'), 'Exhibits'),
})

export const addExhibit = createRoute({
  getParentRoute: () => investigation,
  path: 'exhibits/add',
  component: lazyRouteComponent(() => import('../screens/add-exhibit.tsx'), 'AddExhibit'),
})

export const exhibit = createRoute({
  getParentRoute: () => investigation,
  path: 'exhibits/$exhibit',
  loader: ({ context, params }) =>
    context.queries.query(held(exhibitOf(params.investigation, params.exhibit))),
  component: lazyRouteComponent(() => import('../screens/exhibit.tsx'), 'Exhibit'),
})
