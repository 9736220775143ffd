import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  AgreementView,
  ClaimPage,
  CheckpointView,
  ClaimView,
  CodesView,
  CodeView,
  EstimateView,
  FindingRow,
  FindingView,
  LedgerPage,
  ListsView,
  Overview,
  RegistersView,
  ReportView,
  RunsCompared,
  RunsView,
  RunView,
  SessionView,
  SourceRow,
  SourceView,
  TextView,
  WithoutView,
} from '@corroborate/server/api'

/** Why the desk has no answer to show; `unreachable` is the only one that trying again can mend. */
export type Why = 'signed-out' | 'not-found' | 'refused' | 'unreachable' | 'unreadable'

/** Thrown to the nearest error screen: the server did not give what was asked for. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  readonly why: Why

  constructor(why: Why, detail: string) {
    super(detail)
    this.why = why
  }
}

/** Who is signed in, and what they may work on. */
export const session = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => one<SessionView>('/session', ['member', 'investigations', 'administers'], signal),
})

export function overviewOf(investigation: string) {
  const path = `/investigations/${investigation}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<Overview>(path, ['card', 'findings', 'contradictions'], signal),
  })
}

export function sourcesOf(investigation: string) {
  const path = `/investigations/${investigation}/sources`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => many<SourceRow>(path, ['id', 'code', 'origins'], signal),
  })
}

export function sourceOf(investigation: string, source: string) {
  const path = `/investigations/${investigation}/sources/${source}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<SourceView>(path, ['source', 'row', 'claims'], signal),
  })
}

export function textOf(investigation: string, text: string) {
  const path = `/investigations/${investigation}/texts/${text}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<TextView>(path, ['text', 'source', 'passages'], signal),
  })
}

/** Which claims are listed: all, or those of one topic, of one source, or of both. */
export interface ClaimFilter {
  readonly topic: string | null
  readonly source: string | null
}

export const ALL_CLAIMS: ClaimFilter = { topic: null, source: null }

export function codesOf(investigation: string) {
  const path = `/investigations/${investigation}/codes`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<CodesView>(path, ['codes'], signal),
  })
}

export function codeOf(investigation: string, code: string) {
  const path = `/investigations/${investigation}/codes/${code}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<CodeView>(path, ['code', 'codings'], signal),
  })
}

/** How coders agree on a branch of the codes. Throws what the server refuses with, until the coding of the text is opened. */
export function agreementOf(investigation: string, text: string, code: string) {
  const path = `/investigations/${investigation}/texts/${text}/agreement/${code}`
  return queryOptions({
    queryKey: [path],
    queryFn: async ({ signal }) =>
      (await one<{ readonly value: AgreementView }>(path, ['value'], signal)).value,
  })
}

/** The people, places and bodies that a claim can name, and what claims are about. */
export function registersOf(investigation: string) {
  const path = `/investigations/${investigation}/registers`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<RegistersView>(path, ['places', 'persons', 'units', 'topics'], signal),
  })
}

export function claimsOf(investigation: string, filter: ClaimFilter) {
  const path = `/investigations/${investigation}/claims`
  return infiniteQueryOptions({
    queryKey: [path, filter],
    queryFn: ({ signal, pageParam }) =>
      one<ClaimPage>(withQuery(path, { ...filter, after: pageParam }), ['claims', 'total'], signal),
    initialPageParam: startOfClaims(),
    getNextPageParam: (page) => page.next,
  })
}

export function claimOf(investigation: string, claim: string) {
  const path = `/investigations/${investigation}/claims/${claim}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ClaimView>(path, ['claim', 'row', 'findings'], signal),
  })
}

export function findingsOf(investigation: string) {
  const path = `/investigations/${investigation}/findings`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => many<FindingRow>(path, ['id', 'code', 'standing'], signal),
  })
}

export function findingOf(investigation: string, finding: string) {
  const path = `/investigations/${investigation}/findings/${finding}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<FindingView>(path, ['row', 'finding', 'groups', 'matrix'], signal),
  })
}

/** What would move without these sources. */
export function withoutOf(investigation: string, sources: readonly string[]) {
  const asked = new URLSearchParams(sources.map((source) => ['source', source]))
  const path = `/investigations/${investigation}/without?${asked.toString()}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<WithoutView>(path, ['claims', 'findings', 'figures'], signal),
  })
}

export function estimatesOf(investigation: string) {
  const path = `/investigations/${investigation}/estimates`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => many<EstimateView>(path, ['id', 'code', 'answer'], signal),
  })
}

export function estimateOf(investigation: string, estimate: string) {
  const path = `/investigations/${investigation}/estimates/${estimate}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<EstimateView>(path, ['id', 'answer', 'claims'], signal),
  })
}

/** What was run of an estimate; asked for again while something waits or runs. */
export function runsOf(investigation: string, estimate: string) {
  const path = `/investigations/${investigation}/estimates/${estimate}/runs`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<RunsView>(path, ['estimate', 'runs', 'inForce'], signal),
    refetchInterval: ({ state }) => (state.data?.runs.some(isOpen) === true ? BETWEEN_LOOKS : false),
  })
}

/** Milliseconds between two looks at a run that goes on. */
const BETWEEN_LOOKS = 700

/** Whether a run waits or is run: it can be cancelled, and its state will change by itself. */
export function isOpen({ state }: RunsView['runs'][number]): boolean {
  return state.kind === 'waiting' || state.kind === 'running'
}

export function runOf(investigation: string, run: string) {
  const path = `/investigations/${investigation}/runs/${run}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<RunView>(path, ['row', 'request'], signal),
  })
}

export function comparedOf(investigation: string, run: string, other: string) {
  const path = `/investigations/${investigation}/runs/${run}/against/${other}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<RunsCompared>(path, ['before', 'after', 'result'], signal),
  })
}

export function listsOf(investigation: string) {
  const path = `/investigations/${investigation}/lists`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ListsView>(path, ['lists', 'linkages'], signal),
  })
}

export function reportOf(investigation: string, report: string) {
  const path = `/investigations/${investigation}/reports/${report}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ReportView>(path, ['resolved', 'html'], signal),
  })
}

/** Which lines of the ledger are listed; null where any will do. */
export interface LedgerFilter {
  readonly actor: string | null
  readonly act: string | null
  readonly from: string | null
  readonly until: string | null
  readonly record: string | null
}

export function ledgerOf(investigation: string, filter: LedgerFilter) {
  const path = `/investigations/${investigation}/ledger`
  return infiniteQueryOptions({
    queryKey: [path, filter],
    queryFn: ({ signal, pageParam }) =>
      one<LedgerPage>(withQuery(path, { ...filter, after: pageParam }), ['entries', 'verified'], signal),
    initialPageParam: startOfLedger(),
    getNextPageParam: (page) => page.next,
  })
}

export function checkpointOf(investigation: string) {
  const path = `/investigations/${investigation}/ledger/checkpoint`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<CheckpointView>(path, ['signed', 'fault'], signal),
  })
}

/** Where the proof of one line is downloaded. */
export function proofHref(investigation: string, sequence: number): string {
  return `/api/investigations/${investigation}/ledger/${sequence}/proof`
}

function startOfClaims(): string | null {
  return null
}

function startOfLedger(): number | null {
  return null
}

export function withQuery(path: string, query: Readonly<Record<string, string | number | null>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}

/** An answer that is one object with at least these members; the server's shapes are trusted for the rest. */
export async function one<Answer extends object>(
  path: string,
  members: readonly (keyof Answer & string)[],
  signal: AbortSignal,
): Promise<Answer> {
  const body = await ask(path, signal)
  if (holds<Answer>(body, members)) return body
  throw new NoAnswer('unreadable', path)
}

/** An answer that is a list of such objects. */
async function many<Row extends object>(
  path: string,
  members: readonly (keyof Row & string)[],
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const body = await ask(path, signal)
  if (holdAll<Row>(body, members)) return body
  throw new NoAnswer('unreadable', path)
}

/** Whether an answer is an object with these members. */
export function holds<Answer extends object>(
  body: unknown,
  members: readonly (keyof Answer & string)[],
): body is Answer {
  return typeof body === 'object' && body !== null && members.every((member) => member in body)
}

function holdAll<Row extends object>(
  body: unknown,
  members: readonly (keyof Row & string)[],
): body is readonly Row[] {
  return Array.isArray(body) && body.every((row) => holds<Row>(row, members))
}

async function ask(path: string, signal: AbortSignal): Promise<unknown> {
  const response = await reach(path, signal)
  if (!response.ok) throw new NoAnswer(whyOf(response.status), await detailOf(response))
  return response.json().catch(() => {
    throw new NoAnswer('unreadable', path)
  })
}

async function reach(path: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(`/api${path}`, { signal, headers: { accept: 'application/json' } })
  } catch (error) {
    if (signal.aborted) throw error
    throw new NoAnswer('unreachable', error instanceof Error ? error.message : path)
  }
}

function whyOf(status: number): Why {
  if (status === 401) return 'signed-out'
  if (status === 404) return 'not-found'
  return status < 500 ? 'refused' : 'unreachable'
}

/** The server's own words for its refusal, when it gave any. */
async function detailOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null)
  if (typeof body !== 'object' || body === null || !('detail' in body)) return ''
  return typeof body.detail === 'string' ? body.detail : ''
}
