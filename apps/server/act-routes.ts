import { Hono, type Context } from 'hono'
import type { z } from 'zod'
import { parseId, type Id, type InvestigationId, type Outcome } from '@corroborate/base'
import {
  askEstimate,
  askRun,
  cancelRun,
  dismissContrary,
  linkOrigins,
  markPassage,
  publishReport,
  reachFinding,
  receiveLinkage,
  repeatRun,
  resolveContradiction,
  reviseEstimate,
  signFinding,
  stateClaim,
  withdrawConsent,
  type Desk,
} from '@corroborate/casework'
import {
  claimToState,
  contradictionToResolve,
  contraryToDismiss,
  findingToReach,
  findingToSign,
  linkageToReceive,
  nothing,
  originsToLink,
  passageToMark,
} from './act-shapes.ts'
import { estimateToAsk, estimateToRevise } from './estimate-shapes.ts'
import { notFound, sendOutcome, sendRefusal } from './answers.ts'
import { bodyAs } from './json-body.ts'
import { deskOf, type Parts, type SignedIn } from './parts.ts'

type Asking = Context<SignedIn>

/** Who acts, in which investigation. */
interface At {
  readonly desk: Desk
  readonly investigation: InvestigationId
}

/**
 * What members do, one route for one act. The body is read at the edge by its shape; the act decides everything else.
 * Answers `{ value }`; refusals are 400 (unreadable), 404 (not there, or not theirs) and 422 (the domain refuses).
 */
export function actRoutes(parts: Parts): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  const { doing, doingTo } = doers(parts)
  routes.post(
    '/investigations/:id/passages',
    doing(passageToMark, ({ desk, ...at }, input) => markPassage(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/claims',
    doing(claimToState, ({ desk, ...at }, input) => stateClaim(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/origins',
    doing(originsToLink, ({ desk, ...at }, input) => linkOrigins(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/contradictions',
    doing(contradictionToResolve, ({ desk, ...at }, input) =>
      resolveContradiction(desk, { ...at, ...input }),
    ),
  )
  routes.post(
    '/investigations/:id/linkages',
    doing(linkageToReceive, ({ desk, ...at }, input) => receiveLinkage(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/findings',
    doing(findingToReach, ({ desk, ...at }, input) => reachFinding(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/findings/:of/signature',
    doingTo<'finding', typeof findingToSign>(findingToSign, ({ desk, of: finding, ...at }, input) =>
      signFinding(desk, { ...at, ...input, finding }),
    ),
  )
  routes.post(
    '/investigations/:id/findings/:of/dismissals',
    doingTo<'finding', typeof contraryToDismiss>(contraryToDismiss, ({ desk, of: finding, ...at }, input) =>
      dismissContrary(desk, { ...at, ...input, finding }),
    ),
  )
  routes.post(
    '/investigations/:id/consents/:of/withdrawal',
    doingTo<'consent', typeof nothing>(nothing, ({ desk, of: consent, ...at }) =>
      withdrawConsent(desk, { ...at, consent }),
    ),
  )
  routes.post(
    '/investigations/:id/reports/:of/publication',
    doingTo<'report', typeof nothing>(nothing, ({ desk, of: report, ...at }) =>
      publishReport(desk, { ...at, report }),
    ),
  )
  routes.route('/', estimateRoutes({ doing, doingTo }))
  return routes
}

/** Questions "how many", and their runs. */
function estimateRoutes({ doing, doingTo }: Doers): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  routes.post(
    '/investigations/:id/estimates',
    doing(estimateToAsk, ({ desk, ...at }, input) => askEstimate(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/estimates/:of/revision',
    doingTo<'estimate', typeof estimateToRevise>(
      estimateToRevise,
      ({ desk, of: estimate, ...at }, { asked }) => reviseEstimate(desk, { ...at, estimate, asked }),
    ),
  )
  routes.post(
    '/investigations/:id/estimates/:of/runs',
    doingTo<'estimate', typeof nothing>(nothing, ({ desk, of: estimate, ...at }) =>
      askRun(desk, { ...at, estimate }),
    ),
  )
  routes.post(
    '/investigations/:id/runs/:of/repetition',
    doingTo<'run', typeof nothing>(nothing, ({ desk, of: run, ...at }) => repeatRun(desk, { ...at, run })),
  )
  routes.post(
    '/investigations/:id/runs/:of/cancellation',
    doingTo<'run', typeof nothing>(nothing, ({ desk, of: run, ...at }) => cancelRun(desk, { ...at, run })),
  )
  return routes
}

type Doers = ReturnType<typeof doers>

/** How a route hands over to an act: the ids of its address and the body of its request, both read. */
function doers(parts: Parts) {
  const doing =
    <Shape extends z.ZodType>(
      shape: Shape,
      run: (at: At, input: z.output<Shape>) => Promise<Outcome<unknown>>,
    ) =>
    async (c: Asking): Promise<Response> => {
      const investigation = parseId<'investigation'>(c.req.param('id') ?? '')
      if (investigation === null) return notFound(c)
      const input = await bodyAs(c, shape)
      if (!input.ok) return sendRefusal(c, input)
      return sendOutcome(c, await run({ desk: deskOf(parts, c.var.member.id), investigation }, input.value))
    }
  const doingTo =
    <Kind extends string, Shape extends z.ZodType>(
      shape: Shape,
      run: (at: At & { readonly of: Id<Kind> }, input: z.output<Shape>) => Promise<Outcome<unknown>>,
    ) =>
    async (c: Asking): Promise<Response> => {
      const of = parseId<Kind>(c.req.param('of') ?? '')
      return of === null ? notFound(c) : doing(shape, (at, input) => run({ ...at, of }, input))(c)
    }
  return { doing, doingTo }
}
