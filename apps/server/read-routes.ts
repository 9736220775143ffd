import { Hono, type Context } from 'hono'
import { isDay, ok, parseId, type Id, type InvestigationId, type SourceId } from '@corroborate/base'
import {
  readCheckpointView,
  readAgreement,
  readClaim,
  readClaims,
  readCode,
  readCodes,
  readElements,
  readInterviews,
  readEstimate,
  readEstimates,
  readFinding,
  readFindings,
  readLedger,
  readLists,
  readOverlap,
  readOverview,
  readProof,
  readRegisters,
  readReleases,
  readReleaseStates,
  readReport,
  readTasks,
  readsIn,
  readRun,
  readRuns,
  readRunsCompared,
  readSavedSearches,
  readSearch,
  readSession,
  readSource,
  readSources,
  readStandingIf,
  readText,
  readTranslations,
  readWithoutSources,
  type ClaimsAsked,
  type LedgerAsked,
} from '@corroborate/casework'
import { notFound, sendOrNotFound, sendOutcome, sendRefusal } from './answers.ts'
import { standingToShow } from './act-shapes.ts'
import { overlapToShow } from './estimate-shapes.ts'
import { searchToAsk } from './search-shapes.ts'
import { bodyAs } from './json-body.ts'
import { sendProof } from './ledger/send-proof.ts'
import { deskOf, type Parts, type SignedIn } from './parts.ts'

type Asking = Context<SignedIn>

/** What the desk reads. An id that cannot be one of ours is answered as one that is not there. */
export function readRoutes(parts: Parts): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  const reader = (c: Asking) => deskOf(parts, c.var.member)
  routes.get('/session', async (c) => sendOrNotFound(c, await readSession(reader(c))))
  routes.get('/investigations/:id', (c) => inOne(c, (id) => readOverview(reader(c), id)))
  routes.get('/investigations/:id/sources', (c) => inOne(c, (id) => readSources(reader(c), id)))
  routes.get('/investigations/:id/sources/:of', (c) =>
    ofOne<'source'>(c, (investigation, source) => readSource(reader(c), { investigation, source })),
  )
  routes.get('/investigations/:id/texts/:of', (c) =>
    ofOne<'text'>(c, (investigation, text) => readText(reader(c), { investigation, text })),
  )
  routes.get('/investigations/:id/texts/:of/translations', (c) =>
    ofOne<'text'>(c, (investigation, text) => readTranslations(reader(c), { investigation, text })),
  )
  routes.get('/investigations/:id/texts/:of/agreement/:code', async (c) => {
    const ids = [c.req.param('id'), c.req.param('of'), c.req.param('code')] as const
    const [investigation, text] = [parseId<'investigation'>(ids[0]), parseId<'text'>(ids[1])]
    const code = parseId<'code'>(ids[2])
    if (investigation === null || text === null || code === null) return notFound(c)
    const found = await readAgreement(reader(c), { investigation, text, code })
    return found === null ? notFound(c) : sendOutcome(c, found)
  })
  routes.get('/investigations/:id/codes', (c) => inOne(c, (id) => readCodes(reader(c), id)))
  routes.get('/investigations/:id/codes/:of', (c) =>
    ofOne<'code'>(c, (investigation, code) => readCode(reader(c), { investigation, code })),
  )
  routes.get('/investigations/:id/registers', (c) => inOne(c, (id) => readRegisters(reader(c), id)))
  routes.get('/investigations/:id/claims', (c) =>
    inOne(c, (investigation) => {
      const asked = claimsAsked(c, investigation)
      return asked === null ? Promise.resolve(null) : readClaims(reader(c), asked)
    }),
  )
  routes.get('/investigations/:id/claims/:of', (c) =>
    ofOne<'claim'>(c, (investigation, claim) => readClaim(reader(c), { investigation, claim })),
  )
  routes.get('/investigations/:id/searches', (c) => inOne(c, (id) => readSavedSearches(reader(c), id)))
  // As below: it writes nothing.
  routes.post('/investigations/:id/search', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    if (investigation === null || !(await readsIn(reader(c), investigation))) return notFound(c)
    const asked = await bodyAs(c, searchToAsk)
    if (!asked.ok) return sendRefusal(c, asked)
    const found = await readSearch(reader(c), { investigation, ...asked.value })
    return found === null ? notFound(c) : sendOutcome(c, found)
  })
  routes.get('/investigations/:id/interviews', (c) => inOne(c, (id) => readInterviews(reader(c), id)))
  routes.get('/investigations/:id/elements', (c) => inOne(c, (id) => readElements(reader(c), id)))
  routes.get('/investigations/:id/tasks', (c) => inOne(c, (id) => readTasks(reader(c), id)))
  routes.get('/investigations/:id/releases', (c) => inOne(c, (id) => readReleaseStates(reader(c), id)))
  routes.get('/investigations/:id/reports/:of/releases', (c) =>
    ofOne<'report'>(c, (investigation, report) => readReleases(reader(c), { investigation, report })),
  )
  routes.get('/investigations/:id/findings', (c) => inOne(c, (id) => readFindings(reader(c), id)))
  routes.get('/investigations/:id/findings/:of', (c) =>
    ofOne<'finding'>(c, (investigation, finding) => readFinding(reader(c), { investigation, finding })),
  )
  routes.get('/investigations/:id/without', (c) =>
    inOne(c, (investigation) => {
      const asked = c.req.queries('source') ?? []
      const sources = asked.map((one) => parseId<'source'>(one)).filter((one) => one !== null)
      if (sources.length < asked.length) return Promise.resolve(null)
      return readWithoutSources(reader(c), { investigation, sources })
    }),
  )
  // As below: it writes nothing.
  routes.post('/investigations/:id/standing', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    if (investigation === null || !(await readsIn(reader(c), investigation))) return notFound(c)
    const thought = await bodyAs(c, standingToShow)
    if (!thought.ok) return sendRefusal(c, thought)
    const standing = await readStandingIf(reader(c), { investigation, ...thought.value })
    return standing === null ? notFound(c) : sendOutcome(c, ok(standing))
  })
  routes.get('/investigations/:id/estimates', (c) => inOne(c, (id) => readEstimates(reader(c), id)))
  routes.get('/investigations/:id/estimates/:of', (c) =>
    ofOne<'estimate'>(c, (investigation, estimate) => readEstimate(reader(c), { investigation, estimate })),
  )
  routes.get('/investigations/:id/estimates/:of/runs', (c) =>
    ofOne<'estimate'>(c, (investigation, estimate) => readRuns(reader(c), { investigation, estimate })),
  )
  routes.get('/investigations/:id/runs/:of', (c) =>
    ofOne<'run'>(c, (investigation, run) => readRun(reader(c), { investigation, run })),
  )
  routes.get('/investigations/:id/runs/:of/against/:other', (c) =>
    ofOne<'run'>(c, (investigation, run) => {
      const other = parseId<'run'>(c.req.param('other'))
      return other === null
        ? Promise.resolve(null)
        : readRunsCompared(reader(c), { investigation, run, other })
    }),
  )
  routes.get('/investigations/:id/lists', (c) => inOne(c, (id) => readLists(reader(c), id)))
  // A question that is too long for an address; it writes nothing.
  routes.post('/investigations/:id/overlap', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    if (investigation === null || !(await readsIn(reader(c), investigation))) return notFound(c)
    const asked = await bodyAs(c, overlapToShow)
    if (!asked.ok) return sendRefusal(c, asked)
    const preview = await readOverlap(reader(c), { investigation, ...asked.value })
    return preview === null ? notFound(c) : sendOutcome(c, preview)
  })
  routes.get('/investigations/:id/reports/:of', (c) =>
    ofOne<'report'>(c, (investigation, report) => readReport(reader(c), { investigation, report })),
  )
  routes.get('/investigations/:id/ledger', (c) =>
    inOne(c, (investigation) => readLedger(reader(c), ledgerAsked(c, investigation))),
  )
  const prover = (c: Asking) => ({ ...reader(c), signing: parts.signing, quorum: parts.quorum })
  routes.get('/investigations/:id/ledger/checkpoint', (c) =>
    inOne(c, (id) => readCheckpointView(prover(c), id)),
  )
  routes.get('/investigations/:id/ledger/:sequence/proof', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    const sequence = Number(/^[1-9][0-9]{0,8}$/.exec(c.req.param('sequence'))?.[0])
    if (investigation === null || Number.isNaN(sequence)) return notFound(c)
    const proof = await readProof(prover(c), { investigation, sequence })
    return proof === null ? notFound(c) : sendProof(c, proof, `line-${sequence}`)
  })
  return routes
}

async function inOne(
  c: Asking,
  ask: (investigation: InvestigationId) => Promise<object | null>,
): Promise<Response> {
  const investigation = parseId<'investigation'>(c.req.param('id') ?? '')
  return investigation === null ? notFound(c) : sendOrNotFound(c, await ask(investigation))
}

function ofOne<Kind extends string>(
  c: Asking,
  ask: (investigation: InvestigationId, id: Id<Kind>) => Promise<object | null>,
): Promise<Response> {
  const id = parseId<Kind>(c.req.param('of') ?? '')
  return inOne(c, (investigation) => (id === null ? Promise.resolve(null) : ask(investigation, id)))
}

/** Which claims were asked for; null when the source that was named cannot be one. */
function claimsAsked(c: Asking, investigation: InvestigationId): ClaimsAsked | null {
  const { topic, source, after } = c.req.query()
  const from: SourceId | null = source === undefined ? null : parseId(source)
  if (source !== undefined && from === null) return null
  return {
    investigation,
    ...(topic === undefined ? {} : { topic }),
    ...(from === null ? {} : { source: from }),
    ...(after === undefined ? {} : { after }),
  }
}

/** Which lines of a ledger were asked for; what is no day narrows nothing. */
function ledgerAsked(c: Asking, investigation: InvestigationId): LedgerAsked {
  const { actor = null, act = null, record = null, from = '', until = '' } = c.req.query()
  const days = { from: isDay(from) ? from : null, until: isDay(until) ? until : null }
  return { investigation, after: afterAsked(c), actor, act, record, ...days }
}

/** The sequence after which a page of the ledger begins; from the start when it is no whole number. */
function afterAsked(c: Asking): number {
  const after = Number(c.req.query('after') ?? '0')
  return Number.isSafeInteger(after) && after >= 0 ? after : 0
}
