import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import {
  ALL_CLAIMS,
  checkpointOf,
  claimOf,
  codeOf,
  codesOf,
  claimsOf,
  findingOf,
  findingsOf,
  ledgerOf,
  registersOf,
  reportOf,
  session,
  sourceOf,
  sourcesOf,
  textOf,
} from './api.ts'
import { exchange } from './exchanging/routes.ts'
import { addExhibit, exhibit, exhibits } from './exhibits/routes.ts'
import { investigation, investigations, root } from './frame-routes.tsx'
import { askClaims, askLists, compared, estimate, estimates, revise, run, runs } from './how-many/routes.ts'
import {
  cluster,
  growLinkage,
  linkageRun,
  linkLists,
  list,
  lists,
  receiveList,
  review,
} from './linkage/routes.ts'
import { filterOf, ledgerSearch } from './ledger/ledger-search.ts'
import { Nowhere, Pending, Problem } from './parts/problem.tsx'
import { conflicts, packages } from './packages/routes.ts'
import { passageHash } from './reading/passage-hash.ts'
import { held, placeIn, wordOf, type Asked } from './route-parts.ts'
import { consentForm } from './consenting/routes.ts'
import { memberRoute, membersRoute, team } from './members/routes.ts'
import { interviews, recordInterview } from './interviewing/routes.ts'
import { packageRelease, release, releases } from './releasing/routes.ts'
import { elements } from './qualifying/routes.ts'
import { accountRoute } from './account/routes.ts'
import { sealedWith } from './reading/sealed-with.ts'
import { custodiansOf, keysKept, sealingOf } from './sealing/queries.ts'
import { custodians, keys } from './sealing/routes.ts'
import { searchAddressIn } from './searching/address.ts'
import { translationsOf } from './translating/queries.ts'
import { savedSearchesOf } from './searching/queries.ts'

const overview = createRoute({
  getParentRoute: () => investigation,
  path: '/',
  loader: ({ context, params }) => context.queries.query(held(sourcesOf(params.investigation))),
  component: lazyRouteComponent(() => import('./screens/overview.tsx'), 'Overview'),
})

const report = createRoute({
  getParentRoute: () => investigation,
  path: 'reports/$report',
  loader: ({ context, params }) => context.queries.query(held(reportOf(params.investigation, params.report))),
  component: lazyRouteComponent(() => import('./screens/report.tsx'), 'Report'),
})

const findings = createRoute({
  getParentRoute: () => investigation,
  path: 'findings',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(findingsOf(params.investigation))),
      context.queries.query(held(sourcesOf(params.investigation))),
    ]),
  component: lazyRouteComponent(() => import('./screens/findings.tsx'), 'Findings'),
})

const finding = createRoute({
  getParentRoute: () => investigation,
  path: 'findings/$finding',
  loader: ({ context, params }) =>
    context.queries.query(held(findingOf(params.investigation, params.finding))),
  component: lazyRouteComponent(() => import('./screens/finding.tsx'), 'Finding'),
})

const reachFinding = createRoute({
  getParentRoute: () => investigation,
  path: 'findings/new',
  validateSearch: (search: Asked): { readonly claim?: string | undefined } => ({
    claim: wordOf(search.claim),
  }),
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.infiniteQuery(held(claimsOf(params.investigation, ALL_CLAIMS))),
      context.queries.query(held(sourcesOf(params.investigation))),
    ]),
  component: lazyRouteComponent(() => import('./screens/reach-finding.tsx'), 'ReachFinding'),
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
  component: lazyRouteComponent(() => import('./screens/claims.tsx'), 'Claims'),
})

const claim = createRoute({
  getParentRoute: () => investigation,
  path: 'claims/$claim',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(claimOf(params.investigation, params.claim))),
      context.queries.query(held(sourcesOf(params.investigation))),
    ]),
  component: lazyRouteComponent(() => import('./screens/claim.tsx'), 'Claim'),
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
      context.queries.query(held(keysKept)),
    ]),
  component: lazyRouteComponent(() => import('./screens/state-claim.tsx'), 'StateClaim'),
})

const sources = createRoute({
  getParentRoute: () => investigation,
  path: 'sources',
  loader: ({ context, params }) => context.queries.query(held(sourcesOf(params.investigation))),
  component: lazyRouteComponent(() => import('./screens/sources.tsx'), 'Sources'),
})

const source = createRoute({
  getParentRoute: () => investigation,
  path: 'sources/$source',
  loader: ({ context, params }) => context.queries.query(held(sourceOf(params.investigation, params.source))),
  component: lazyRouteComponent(() => import('./screens/source.tsx'), 'Source'),
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
  // All that the screen waits for: the address is scrolled to when the screen stands, and not again when more of it comes.
  loader: async ({ context: { queries }, params: { investigation, text } }) => {
    const [view] = await Promise.all([
      queries.query(held(textOf(investigation, text))),
      queries.query(held(session)),
      queries.query(held(keysKept)),
      queries.query(held(codesOf(investigation))),
    ])
    await queries.query(held(sealingOf(investigation, sealedWith(view))))
  },
  component: lazyRouteComponent(() => import('./screens/text.tsx'), 'Text'),
})

const correctText = createRoute({
  getParentRoute: () => investigation,
  path: 'texts/$text/correct',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(textOf(params.investigation, params.text))),
      context.queries.query(held(keysKept)),
    ]),
  component: lazyRouteComponent(() => import('./screens/correct-text.tsx'), 'CorrectText'),
})

const translations = createRoute({
  getParentRoute: () => investigation,
  path: 'texts/$text/translations',
  loader: ({ context, params }) =>
    context.queries.query(held(translationsOf(params.investigation, params.text))),
  component: lazyRouteComponent(() => import('./screens/translations.tsx'), 'Translations'),
})

const agreement = createRoute({
  getParentRoute: () => investigation,
  path: 'texts/$text/agreement',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(codesOf(params.investigation))),
      context.queries.query(held(textOf(params.investigation, params.text))),
    ]),
  component: lazyRouteComponent(() => import('./screens/agreement.tsx'), 'Agreement'),
})

const bringInTexts = createRoute({
  getParentRoute: () => investigation,
  path: 'texts/bring-in',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query(held(sourcesOf(params.investigation))),
      context.queries.query(held(keysKept)),
      context.queries.query(held(custodiansOf(params.investigation))),
    ]),
  component: lazyRouteComponent(() => import('./screens/bring-in-texts.tsx'), 'BringInTexts'),
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

const search = createRoute({
  getParentRoute: () => investigation,
  path: 'search',
  validateSearch: searchAddressIn,
  loader: ({ context, params }) => context.queries.query(held(savedSearchesOf(params.investigation))),
  component: lazyRouteComponent(() => import('./screens/search.tsx'), 'Search'),
})

const ledger = createRoute({
  getParentRoute: () => investigation,
  path: 'ledger',
  validateSearch: ledgerSearch,
  loaderDeps: ({ search }) => filterOf(search),
  loader: ({ context, params, deps }) =>
    Promise.all([
      context.queries.infiniteQuery(held(ledgerOf(params.investigation, deps))),
      context.queries.query(held(checkpointOf(params.investigation))),
    ]),
  component: lazyRouteComponent(() => import('./screens/ledger.tsx'), 'Ledger'),
})

const routeTree = root.addChildren([
  investigations,
  accountRoute,
  keys,
  membersRoute,
  memberRoute,
  investigation.addChildren([
    overview,
    report,
    findings,
    reachFinding,
    finding,
    elements,
    interviews,
    recordInterview,
    claims,
    stateClaim,
    claim,
    sources,
    source,
    consentForm,
    text,
    translations,
    agreement,
    correctText,
    bringInTexts,
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
    search,
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
    custodians,
    team,
    releases,
    release,
    packageRelease,
    exchange,
    packages,
    conflicts,
    ledger,
  ]),
])

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
