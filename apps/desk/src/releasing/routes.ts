import type { QueryClient } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { session, sourcesOf } from '../api.ts'
import { investigation } from '../frame-routes.tsx'
import { held } from '../route-parts.ts'
import { custodiansOf, keysKept } from '../sealing/queries.ts'
import { placeOfPackage, placeOfReport, releaseCheckOf, releasesOf } from './queries.ts'

export const releases = createRoute({
  getParentRoute: () => investigation,
  path: 'releases',
  loader: ({ context, params }) => context.queries.query(held(releasesOf(params.investigation))),
  component: lazyRouteComponent(() => import('../screens/releases.tsx'), 'Releases'),
})

/** All that the check of what stands there waits for, on whichever screen. */
function checkedAt(queries: QueryClient, investigation: string, at: string) {
  return Promise.all([
    queries.query(held(releaseCheckOf(investigation, at))),
    queries.query(held(sourcesOf(investigation))),
    queries.query(held(session)),
    queries.query(held(keysKept)),
    queries.query(held(custodiansOf(investigation))),
  ])
}

export const release = createRoute({
  getParentRoute: () => investigation,
  path: 'releases/$report',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(releasesOf(params.investigation))),
      checkedAt(context.queries, params.investigation, placeOfReport(params.report)),
    ]),
  component: lazyRouteComponent(() => import('../screens/release.tsx'), 'ReleaseScreen'),
})

/** A package for somebody outside, before it is made; its scope in one word. */
export const packageRelease = createRoute({
  getParentRoute: () => investigation,
  path: 'releases/package/$scope',
  loader: ({ context, params }) =>
    checkedAt(context.queries, params.investigation, placeOfPackage(params.scope)),
  component: lazyRouteComponent(() => import('../screens/package-release.tsx'), 'PackageRelease'),
})
