import { LOCALES, refuse, type EstimateId, type InvestigationId } from '@corroborate/base'
import type { Estimate, EstimateRequest } from '@corroborate/estimate'
import { sentencesCiting } from '@corroborate/report'
import { recalled } from '../memory.ts'
import type { EstimateView } from '../shapes.ts'
import { assessed, type Assessed } from './assessed.ts'
import { drawn } from './drawn.ts'
import { rowsById } from './contradiction-views.ts'
import { stateOf } from './lineage-known.ts'
import { readingIn, type Reader } from './reader.ts'

/** How many? Every question that was asked, with its answer and all that the answer rests on. */
export function readEstimates(reader: Reader, id: InvestigationId): Promise<readonly EstimateView[] | null> {
  return readingIn(reader, id, (_db, reader) => estimateViews(reader, id))
}

export function readEstimate(
  reader: Reader,
  { investigation, estimate }: { readonly investigation: InvestigationId; readonly estimate: EstimateId },
): Promise<EstimateView | null> {
  return readingIn(reader, investigation, async (_db, reader) => {
    const views = await estimateViews(reader, investigation)
    return views.find((view) => view.id === estimate) ?? null
  })
}

const VIEWS = recalled<readonly EstimateView[]>()

/** The estimates as they are shown; drawn once for each state of the investigation. */
export async function estimateViews(reader: Reader, id: InvestigationId): Promise<readonly EstimateView[]> {
  const state = await stateOf(reader, id)
  return reader.memory.recall(state, VIEWS, async () => {
    const known = await assessed(reader, id)
    if (known === null) return []
    return Promise.all(known.investigation.estimates.map((request) => viewOf(reader, known, request)))
  })
}

async function viewOf(reader: Reader, known: Assessed, request: EstimateRequest): Promise<EstimateView> {
  const { id, code, question, unit } = request
  const answer = known.assessment.estimates.get(id) ?? refuse('claim-missing', 'The question was not asked.')
  const read = answer.ok ? claimsIn(answer.value) : []
  const rows = await rowsById(reader.store.db, known.investigation.id, read)
  return {
    id,
    code,
    question,
    unit,
    request,
    answer,
    claims: Object.fromEntries(rows),
    charts: answer.ok ? chartsOf(known, answer.value) : [],
    citedBy: sentencesCiting([...known.resolved.values()], { kind: 'estimate', id }),
  }
}

function claimsIn(estimate: Estimate) {
  const { claims, alternatives } = estimate
  return [
    ...claims,
    ...alternatives.flatMap((alternative) => alternative.claims),
    ...(estimate.method === 'lists' ? [] : estimate.slips.map((slip) => slip.claim)),
  ]
}

const CHARTS = ['intervals-by-period', 'pattern-timeline'] as const

function chartsOf({ investigation }: Assessed, estimate: Estimate): EstimateView['charts'] {
  if (estimate.method === 'lists') return []
  return LOCALES.flatMap((locale) =>
    CHARTS.map((kind) => ({ kind, locale, html: drawn(kind, { investigation, estimate, locale }) })),
  )
}
