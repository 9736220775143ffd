import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { sourcesOf } from '../api.ts'
import { investigation } from '../frame-routes.tsx'
import { held } from '../route-parts.ts'
import { placeOfPackage, placeOfReport, releaseCheckOf, releasesOf } from './queries.ts'

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
      context.queries.query(held(releaseCheckOf(params.investigation, placeOfReport(params.report)))),
    ]),
  component: lazyRouteComponent(() => import('../screens/release.tsx'), 'ReleaseScreen'),
})

/** A package for somebody outside, before it is made; its scope in one word. */
export const packageRelease = createRoute({
  getParentRoute: () => investigation,
  path: 'releases/package/$scope',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(releasesOf(params.investigation))),
      context.queries.query(held(sourcesOf(params.investigation))),
      context.queries.query(held(releaseCheckOf(params.investigation, placeOfPackage(params.scope)))),
    ]),
  component: lazyRouteComponent(() => import('../screens/package-release.tsx'), 'PackageRelease'),
})
