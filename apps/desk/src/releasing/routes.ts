import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { sourcesOf } from '../api.ts'
import { investigation } from '../frame-routes.tsx'
import { held } from '../route-parts.ts'
import { releaseCheckOf, releasesOf } from './queries.ts'

export const releases = createRoute({
  getParentRoute: () => investigation,
  path: 'releases',
  loader: ({ context, params }) => context.queries.query(held(releasesOf(params.investigation))),
  component: lazyRouteComponent(() => import('../screens/releases.tsx'), 'Releases'),
})

export const release = createRoute({
  getParentRoute: () => investigation,
  path: 'releases/$report',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(releasesOf(params.investigation))),
      context.queries.query(held(sourcesOf(params.investigation))),
      context.queries.query(held(releaseCheckOf(params.investigation, params.report))),
    ]),
  component: lazyRouteComponent(() => import('../screens/release.tsx'), 'ReleaseScreen'),
})
