import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listsOf, session } from '../api.ts'
import { investigation } from '../frame-routes.tsx'
import { held, wordOf, type Asked } from '../route-parts.ts'
import { clusterOf, clustersOf, intakeOf, linkageRunOf, linkageRunsOf, listRowsOf } from './queries.ts'

export const lists = createRoute({
  getParentRoute: () => investigation,
  path: 'lists',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(listsOf(params.investigation))),
      context.queries.query(held(linkageRunsOf(params.investigation))),
    ]),
  component: lazyRouteComponent(() => import('../screens/lists.tsx'), 'Lists'),
})

export const receiveList = createRoute({
  getParentRoute: () => investigation,
  path: 'lists/receive',
  component: lazyRouteComponent(() => import('../screens/receive-list.tsx'), 'ReceiveList'),
})

export const linkLists = createRoute({
  getParentRoute: () => investigation,
  path: 'lists/link',
  loader: ({ context, params }) => context.queries.query(held(listsOf(params.investigation))),
  component: lazyRouteComponent(() => import('../screens/link-lists.tsx'), 'LinkLists'),
})

export const list = createRoute({
  getParentRoute: () => investigation,
  path: 'lists/$list',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(listsOf(params.investigation))),
      context.queries.query(held(intakeOf(params.investigation, params.list))),
      context.queries.infiniteQuery(held(listRowsOf(params.investigation, params.list))),
    ]),
  component: lazyRouteComponent(() => import('../screens/list.tsx'), 'List'),
})

export const linkageRun = createRoute({
  getParentRoute: () => investigation,
  path: 'lists/runs/$run',
  loader: async ({ context: { queries }, params: { investigation, run: id } }) => {
    const { row } = await queries.query(held(linkageRunOf(investigation, id)))
    if (row.state.kind === 'done') await queries.infiniteQuery(held(clustersOf(investigation, id)))
  },
  component: lazyRouteComponent(() => import('../screens/linkage-run.tsx'), 'LinkageRun'),
})

export const review = createRoute({
  getParentRoute: () => investigation,
  path: 'lists/runs/$run/review',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(linkageRunOf(params.investigation, params.run))),
      context.queries.query(held(session)),
    ]),
  component: lazyRouteComponent(() => import('../screens/review.tsx'), 'Review'),
})

export const growLinkage = createRoute({
  getParentRoute: () => investigation,
  path: 'lists/runs/$run/grow',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(linkageRunOf(params.investigation, params.run))),
      context.queries.query(held(listsOf(params.investigation))),
    ]),
  component: lazyRouteComponent(() => import('../screens/grow-linkage.tsx'), 'GrowLinkage'),
})

export const cluster = createRoute({
  getParentRoute: () => investigation,
  path: 'lists/runs/$run/cluster',
  validateSearch: (search: Asked): { readonly name: string } => ({ name: wordOf(search.name) ?? '' }),
  loaderDeps: ({ search }) => ({ name: search.name }),
  loader: ({ context, params: { investigation, run: id }, deps: { name } }) =>
    Promise.all([
      context.queries.query(held(linkageRunOf(investigation, id))),
      context.queries.query(held(clusterOf(investigation, id, name))),
    ]),
  component: lazyRouteComponent(() => import('../screens/cluster.tsx'), 'Cluster'),
})
