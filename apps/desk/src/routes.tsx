import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { isPatternRequest } from '@corroborate/estimate'
import {
  ALL_CLAIMS,
  claimOf,
  codeOf,
  codesOf,
  claimsOf,
  comparedOf,
  estimateOf,
  estimatesOf,
  findingOf,
  findingsOf,
  ledgerOf,
  listsOf,
  overviewOf,
  registersOf,
  reportOf,
  runOf,
  runsOf,
  session,
  sourceOf,
  sourcesOf,
  textOf,
} from './api.ts'
import {
  clusterOf,
  clustersOf,
  intakeOf,
  linkageRunOf,
  linkageRunsOf,
  listRowsOf,
} from './linkage/queries.ts'
import { FramedNowhere, FramedPending, FramedProblem } from './parts/framed.tsx'
import { Nowhere, Pending, Problem } from './parts/problem.tsx'
import { passageHash } from './reading/passage-hash.ts'
import { exhibitOf, exhibitsOf } from './exhibits/queries.ts'
import { Claim } from './screens/claim.tsx'
import { Claims } from './screens/claims.tsx'
import { Compared } from './screens/compared.tsx'
import { Desk } from './screens/desk.tsx'
import { Estimates } from './screens/estimates.tsx'
import { Finding } from './screens/finding.tsx'
import { Findings } from './screens/findings.tsx'
import { Investigation } from './screens/investigation.tsx'
import { Investigations } from './screens/investigations.tsx'
import { Ledger } from './screens/ledger.tsx'
import { Lists } from './screens/lists.tsx'
import { Overview } from './screens/overview.tsx'
import { Report } from './screens/report.tsx'
import { Runs } from './screens/runs.tsx'
import { Source } from './screens/source.tsx'
import { Sources } from './screens/sources.tsx'
import type { Walk } from './walk.ts'

/** What stands after the question mark of an address, before anybody has looked at it. */
type Asked = Readonly<Record<string, unknown>>

interface Given {
  readonly queries: QueryClient
}

/** For the two routes that draw the frame themselves: what stands in for them has to bring it. */
const framed = { errorComponent: FramedProblem, pendingComponent: FramedPending }

const root = createRootRouteWithContext<Given>()({ component: Desk, notFoundComponent: FramedNowhere })

const investigations = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: ({ context }) => context.queries.query(held(session)),
  component: Investigations,
  ...framed,
})

const investigation = createRoute({
  getParentRoute: () => root,
  path: '/i/$investigation',
  validateSearch: (search: Asked): Walk => ({ from: wordOf(search.from) }),
  search: { middlewares: [retainSearchParams<Walk>(['from'])] },
  loader: ({ context, params }) => context.queries.query(held(overviewOf(params.investigation))),
  component: Investigation,
  ...framed,
})

const overview = createRoute({
  getParentRoute: () => investigation,
  path: '/',
  loader: ({ context, params }) => context.queries.query(held(sourcesOf(params.investigation))),
  component: Overview,
})

const report = createRoute({
  getParentRoute: () => investigation,
  path: 'reports/$report',
  loader: ({ context, params }) => context.queries.query(held(reportOf(params.investigation, params.report))),
  component: Report,
})

const findings = createRoute({
  getParentRoute: () => investigation,
  path: 'findings',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(findingsOf(params.investigation))),
      context.queries.query(held(sourcesOf(params.investigation))),
    ]),
  component: Findings,
})

const finding = createRoute({
  getParentRoute: () => investigation,
  path: 'findings/$finding',
  loader: ({ context, params }) =>
    context.queries.query(held(findingOf(params.investigation, params.finding))),
  component: Finding,
})

/** The words that a claim is stated from. */
interface StretchSearch {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** What the list of claims is narrowed to. */
interface ClaimSearch {
  readonly topic?: string | undefined
  readonly source?: string | undefined
}

const claims = createRoute({
  getParentRoute: () => investigation,
  path: 'claims',
  validateSearch: (search: Asked): ClaimSearch => ({
    topic: wordOf(search.topic),
    source: wordOf(search.source),
  }),
  loaderDeps: ({ search }) => ({ topic: search.topic ?? null, source: search.source ?? null }),
  loader: ({ context, params, deps }) =>
    Promise.all([
      context.queries.infiniteQuery(held(claimsOf(params.investigation, deps))),
      context.queries.query(held(sourcesOf(params.investigation))),
    ]),
  component: Claims,
})

const claim = createRoute({
  getParentRoute: () => investigation,
  path: 'claims/$claim',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(claimOf(params.investigation, params.claim))),
      context.queries.query(held(sourcesOf(params.investigation))),
    ]),
  component: Claim,
})

const stateClaim = createRoute({
  getParentRoute: () => investigation,
  path: 'claims/new',
  validateSearch: (search: Asked): StretchSearch => ({
    text: wordOf(search.text) ?? '',
    start: placeIn(search.start),
    end: placeIn(search.end),
  }),
  loaderDeps: ({ search }) => ({ text: search.text }),
  loader: ({ context, params, deps }) =>
    Promise.all([
      context.queries.query(held(textOf(params.investigation, deps.text))),
      context.queries.query(held(registersOf(params.investigation))),
    ]),
  component: lazyRouteComponent(() => import('./screens/state-claim.tsx'), 'StateClaim'),
})

const sources = createRoute({
  getParentRoute: () => investigation,
  path: 'sources',
  loader: ({ context, params }) => context.queries.query(held(sourcesOf(params.investigation))),
  component: Sources,
})

const source = createRoute({
  getParentRoute: () => investigation,
  path: 'sources/$source',
  loader: ({ context, params }) => context.queries.query(held(sourceOf(params.investigation, params.source))),
  component: Source,
})

/** The passage a reader was sent to by a link from elsewhere; our own name it by the hash. */
interface TextSearch {
  readonly passage?: string | undefined
}

const text = createRoute({
  getParentRoute: () => investigation,
  path: 'texts/$text',
  validateSearch: (search: Asked): TextSearch => ({ passage: wordOf(search.passage) }),
  beforeLoad: ({ search, params }) => {
    if (search.passage === undefined) return
    const hash = passageHash(search.passage)
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- how this router is told to go elsewhere
    throw redirect({ to: '/i/$investigation/texts/$text', params, search: {}, hash, replace: true })
  },
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(session)),
      context.queries.query(held(codesOf(params.investigation))),
      context.queries.query(held(textOf(params.investigation, params.text))),
    ]),
  component: lazyRouteComponent(() => import('./screens/text.tsx'), 'Text'),
})

const codes = createRoute({
  getParentRoute: () => investigation,
  path: 'codes',
  loader: ({ context, params }) => context.queries.query(held(codesOf(params.investigation))),
  component: lazyRouteComponent(() => import('./screens/codes.tsx'), 'Codes'),
})

const code = createRoute({
  getParentRoute: () => investigation,
  path: 'codes/$code',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(codesOf(params.investigation))),
      context.queries.query(held(codeOf(params.investigation, params.code))),
    ]),
  component: lazyRouteComponent(() => import('./screens/code.tsx'), 'CodeScreen'),
})

const estimates = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates',
  loader: ({ context, params }) => context.queries.query(held(estimatesOf(params.investigation))),
  component: Estimates,
})

const estimate = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates/$estimate',
  loader: async ({ context: { queries }, params: { investigation, estimate: id } }) => {
    const view = await queries.query(held(estimateOf(investigation, id)))
    const { inForce } = await queries.query(held(runsOf(investigation, id)))
    if (!isPatternRequest(view.request) && inForce.ok)
      await queries.query(held(runOf(investigation, inForce.value)))
  },
  component: lazyRouteComponent(() => import('./screens/estimate.tsx'), 'Estimate'),
})

const revise = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates/$estimate/revise',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(estimateOf(params.investigation, params.estimate))),
      context.queries.query(held(listsOf(params.investigation))),
      context.queries.infiniteQuery(held(claimsOf(params.investigation, ALL_CLAIMS))),
    ]),
  component: lazyRouteComponent(() => import('./screens/revise.tsx'), 'Revise'),
})

const runs = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates/$estimate/runs',
  loader: ({ context, params }) => context.queries.query(held(runsOf(params.investigation, params.estimate))),
  component: Runs,
})

const run = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates/runs/$run',
  loader: ({ context, params }) => context.queries.query(held(runOf(params.investigation, params.run))),
  component: lazyRouteComponent(() => import('./screens/run.tsx'), 'Run'),
})

const compared = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates/runs/$run/against/$other',
  loader: ({ context, params }) =>
    context.queries.query(held(comparedOf(params.investigation, params.run, params.other))),
  component: Compared,
})

/** The linkage that a question begins with. */
interface AskSearch {
  readonly linkage?: string | undefined
}

const askLists = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates/ask/lists',
  validateSearch: (search: Asked): AskSearch => ({ linkage: wordOf(search.linkage) }),
  loader: ({ context, params }) => context.queries.query(held(listsOf(params.investigation))),
  component: lazyRouteComponent(() => import('./screens/ask.tsx'), 'AskLists'),
})

const askClaims = createRoute({
  getParentRoute: () => investigation,
  path: 'estimates/ask/claims',
  loader: ({ context, params }) =>
    context.queries.infiniteQuery(held(claimsOf(params.investigation, ALL_CLAIMS))),
  component: lazyRouteComponent(() => import('./screens/ask.tsx'), 'AskClaims'),
})

const exhibits = createRoute({
  getParentRoute: () => investigation,
  path: 'exhibits',
  loader: ({ context, params }) => context.queries.query(held(exhibitsOf(params.investigation))),
  component: lazyRouteComponent(() => import('./screens/exhibits.tsx'), 'Exhibits'),
})

const addExhibit = createRoute({
  getParentRoute: () => investigation,
  path: 'exhibits/add',
  component: lazyRouteComponent(() => import('./screens/add-exhibit.tsx'), 'AddExhibit'),
})

const exhibit = createRoute({
  getParentRoute: () => investigation,
  path: 'exhibits/$exhibit',
  loader: ({ context, params }) =>
    context.queries.query(held(exhibitOf(params.investigation, params.exhibit))),
  component: lazyRouteComponent(() => import('./screens/exhibit.tsx'), 'Exhibit'),
})

const lists = createRoute({
  getParentRoute: () => investigation,
  path: 'lists',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(listsOf(params.investigation))),
      context.queries.query(held(linkageRunsOf(params.investigation))),
    ]),
  component: Lists,
})

const receiveList = createRoute({
  getParentRoute: () => investigation,
  path: 'lists/receive',
  component: lazyRouteComponent(() => import('./screens/receive-list.tsx'), 'ReceiveList'),
})

const linkLists = createRoute({
  getParentRoute: () => investigation,
  path: 'lists/link',
  loader: ({ context, params }) => context.queries.query(held(listsOf(params.investigation))),
  component: lazyRouteComponent(() => import('./screens/link-lists.tsx'), 'LinkLists'),
})

const list = createRoute({
  getParentRoute: () => investigation,
  path: 'lists/$list',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(listsOf(params.investigation))),
      context.queries.query(held(intakeOf(params.investigation, params.list))),
      context.queries.infiniteQuery(held(listRowsOf(params.investigation, params.list))),
    ]),
  component: lazyRouteComponent(() => import('./screens/list.tsx'), 'List'),
})

const linkageRun = createRoute({
  getParentRoute: () => investigation,
  path: 'lists/runs/$run',
  loader: async ({ context: { queries }, params: { investigation, run: id } }) => {
    const { row } = await queries.query(held(linkageRunOf(investigation, id)))
    if (row.state.kind === 'done') await queries.infiniteQuery(held(clustersOf(investigation, id)))
  },
  component: lazyRouteComponent(() => import('./screens/linkage-run.tsx'), 'LinkageRun'),
})

const review = createRoute({
  getParentRoute: () => investigation,
  path: 'lists/runs/$run/review',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(linkageRunOf(params.investigation, params.run))),
      context.queries.query(held(session)),
    ]),
  component: lazyRouteComponent(() => import('./screens/review.tsx'), 'Review'),
})

const growLinkage = createRoute({
  getParentRoute: () => investigation,
  path: 'lists/runs/$run/grow',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(linkageRunOf(params.investigation, params.run))),
      context.queries.query(held(listsOf(params.investigation))),
    ]),
  component: lazyRouteComponent(() => import('./screens/grow-linkage.tsx'), 'GrowLinkage'),
})

const cluster = createRoute({
  getParentRoute: () => investigation,
  path: 'lists/runs/$run/cluster',
  validateSearch: (search: Asked): { readonly name: string } => ({ name: wordOf(search.name) ?? '' }),
  loaderDeps: ({ search }) => ({ name: search.name }),
  loader: ({ context, params: { investigation, run: id }, deps: { name } }) =>
    Promise.all([
      context.queries.query(held(linkageRunOf(investigation, id))),
      context.queries.query(held(clusterOf(investigation, id, name))),
    ]),
  component: lazyRouteComponent(() => import('./screens/cluster.tsx'), 'Cluster'),
})

const ledger = createRoute({
  getParentRoute: () => investigation,
  path: 'ledger',
  loader: ({ context, params }) => context.queries.infiniteQuery(held(ledgerOf(params.investigation))),
  component: Ledger,
})

const routeTree = root.addChildren([
  investigations,
  investigation.addChildren([
    overview,
    report,
    findings,
    finding,
    claims,
    stateClaim,
    claim,
    sources,
    source,
    text,
    codes,
    code,
    estimates,
    estimate,
    revise,
    runs,
    run,
    compared,
    askLists,
    askClaims,
    exhibits,
    addExhibit,
    exhibit,
    lists,
    receiveList,
    linkLists,
    list,
    linkageRun,
    review,
    growLinkage,
    cluster,
    ledger,
  ]),
])

/** What is held already is shown at once, and asked for again behind it when it has grown old. */
function held<Options extends object>(options: Options) {
  return { ...options, staleTime: 'static' as const }
}

function placeIn(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0
}

function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/**
 * The screens by their addresses. A screen stays until the next one has its data, so that nothing flickers;
 * only an answer that takes long is announced.
 */
export function deskRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 500,
    defaultPendingMinMs: 300,
    defaultPendingComponent: Pending,
    defaultErrorComponent: Problem,
    defaultNotFoundComponent: Nowhere,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof deskRouter>
  }
}
