import { Hono } from 'hono'
import {
  addText,
  alignTranslation,
  answerForTranslation,
  askEstimate,
  askRun,
  correctText,
  cancelRun,
  dismissContrary,
  dropSearch,
  eraseTestimony,
  linkOrigins,
  makeTranslation,
  markPassage,
  publishReport,
  reachFinding,
  receiveLinkage,
  repeatRun,
  resolveContradiction,
  reviseEstimate,
  saveSearch,
  signFinding,
  stateClaim,
  tieRecording,
  weighExplanations,
  withdrawConsent,
} from '@corroborate/casework'
import {
  claimToState,
  contradictionToResolve,
  contraryToDismiss,
  explanationsToWeigh,
  findingToReach,
  findingToSign,
  linkageToReceive,
  nothing,
  originsToLink,
  passageToMark,
} from './act-shapes.ts'
import { estimateToAsk, estimateToRevise } from './estimate-shapes.ts'
import { codingActRoutes } from './coding-act-routes.ts'
import { elementActRoutes } from './element-act-routes.ts'
import { exchangeRoutes } from './exchange-routes.ts'
import { linkageActRoutes } from './linkage-act-routes.ts'
import { releaseRoutes } from './release-routes.ts'
import { registerActRoutes } from './register-act-routes.ts'
import { consentToWithdraw } from './register-shapes.ts'
import { doers, type Doers } from './act-doers.ts'
import type { Parts, SignedIn } from './parts.ts'
import { searchToSave } from './search-shapes.ts'
import {
  recordingToTie,
  textToAdd,
  textToCorrect,
  translationToAnswerFor,
  translationToMake,
} from './text-shapes.ts'

/**
 * What members do, one route for one act. The body is read at the edge by its shape; the act decides everything else.
 * Answers `{ value }`; refusals are 400 (unreadable), 404 (not there, or not theirs) and 422 (the domain refuses).
 */
export function actRoutes(parts: Parts): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  const { doing, doingTo } = doers(parts)
  routes.post(
    '/investigations/:id/texts',
    doing(addText, textToAdd, ({ desk, ...at }, input) =>
      addText(desk, { ...at, ...input, translationOf: null }),
    ),
  )
  routes.post(
    '/investigations/:id/texts/:of/corrections',
    doingTo<'text', typeof textToCorrect>(correctText, textToCorrect, ({ desk, of: text, ...at }, input) =>
      correctText(desk, { ...at, ...input, text }),
    ),
  )
  routes.post(
    '/investigations/:id/texts/:of/translations',
    doingTo<'text', typeof translationToMake>(
      makeTranslation,
      translationToMake,
      ({ desk, of: original, ...at }, input) => makeTranslation(desk, { ...at, ...input, original }),
    ),
  )
  routes.post(
    '/investigations/:id/texts/:of/alignment',
    doingTo<'text', typeof nothing>(alignTranslation, nothing, ({ desk, of: text, ...at }) =>
      alignTranslation(desk, { ...at, text }),
    ),
  )
  routes.post(
    '/investigations/:id/texts/:of/translation-state',
    doingTo<'text', typeof translationToAnswerFor>(
      answerForTranslation,
      translationToAnswerFor,
      ({ desk, of: text, ...at }, input) => answerForTranslation(desk, { ...at, ...input, text }),
    ),
  )
  routes.post(
    '/investigations/:id/texts/:of/recording',
    doingTo<'text', typeof recordingToTie>(tieRecording, recordingToTie, ({ desk, of: text, ...at }, input) =>
      tieRecording(desk, { ...at, ...input, text }),
    ),
  )
  routes.post(
    '/investigations/:id/passages',
    doing(markPassage, passageToMark, ({ desk, ...at }, input) => markPassage(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/claims',
    doing(stateClaim, claimToState, ({ desk, ...at }, input) => stateClaim(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/searches',
    doing(saveSearch, searchToSave, ({ desk, ...at }, input) => saveSearch(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/searches/:of/dropped',
    doingTo<'saved-search', typeof nothing>(dropSearch, nothing, ({ desk, of: search, ...at }) =>
      dropSearch(desk, { ...at, search }),
    ),
  )
  routes.post(
    '/investigations/:id/origins',
    doing(linkOrigins, originsToLink, ({ desk, ...at }, input) => linkOrigins(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/contradictions',
    doing(resolveContradiction, contradictionToResolve, ({ desk, ...at }, input) =>
      resolveContradiction(desk, { ...at, ...input }),
    ),
  )
  routes.post(
    '/investigations/:id/linkages',
    doing(receiveLinkage, linkageToReceive, ({ desk, ...at }, input) =>
      receiveLinkage(desk, { ...at, ...input }),
    ),
  )
  routes.post(
    '/investigations/:id/findings',
    doing(reachFinding, findingToReach, ({ desk, ...at }, input) => reachFinding(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/findings/:of/signature',
    doingTo<'finding', typeof findingToSign>(
      signFinding,
      findingToSign,
      ({ desk, of: finding, ...at }, input) => signFinding(desk, { ...at, ...input, finding }),
    ),
  )
  routes.post(
    '/investigations/:id/findings/:of/explanations',
    doingTo<'finding', typeof explanationsToWeigh>(
      weighExplanations,
      explanationsToWeigh,
      ({ desk, of: finding, ...at }, input) => weighExplanations(desk, { ...at, ...input, finding }),
    ),
  )
  routes.post(
    '/investigations/:id/findings/:of/dismissals',
    doingTo<'finding', typeof contraryToDismiss>(
      dismissContrary,
      contraryToDismiss,
      ({ desk, of: finding, ...at }, input) => dismissContrary(desk, { ...at, ...input, finding }),
    ),
  )
  routes.post(
    '/investigations/:id/consents/:of/withdrawal',
    doingTo<'consent', typeof consentToWithdraw>(
      withdrawConsent,
      consentToWithdraw,
      ({ desk, of: consent, ...at }, { reason }) => withdrawConsent(desk, { ...at, consent, reason }),
    ),
  )
  routes.post(
    '/investigations/:id/consents/:of/erasure',
    doingTo<'consent', typeof nothing>(eraseTestimony, nothing, ({ desk, of: consent, ...at }) =>
      eraseTestimony(desk, { ...at, consent }),
    ),
  )
  routes.post(
    '/investigations/:id/reports/:of/publication',
    doingTo<'report', typeof nothing>(publishReport, nothing, ({ desk, of: report, ...at }) =>
      publishReport(desk, { ...at, report }),
    ),
  )
  routes.route('/', codingActRoutes({ doing, doingTo }))
  routes.route('/', elementActRoutes({ doing, doingTo }))
  routes.route('/', releaseRoutes(parts))
  routes.route('/', registerActRoutes({ doing, doingTo }))
  routes.route('/', estimateRoutes({ doing, doingTo }))
  routes.route('/', exchangeRoutes(parts, { doing, doingTo }))
  routes.route('/', linkageActRoutes({ doing, doingTo }))
  return routes
}

/** Questions "how many", and their runs. */
function estimateRoutes({ doing, doingTo }: Doers): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  routes.post(
    '/investigations/:id/estimates',
    doing(askEstimate, estimateToAsk, ({ desk, ...at }, input) => askEstimate(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/estimates/:of/revision',
    doingTo<'estimate', typeof estimateToRevise>(
      reviseEstimate,
      estimateToRevise,
      ({ desk, of: estimate, ...at }, { asked }) => reviseEstimate(desk, { ...at, estimate, asked }),
    ),
  )
  routes.post(
    '/investigations/:id/estimates/:of/runs',
    doingTo<'estimate', typeof nothing>(askRun, nothing, ({ desk, of: estimate, ...at }) =>
      askRun(desk, { ...at, estimate }),
    ),
  )
  routes.post(
    '/investigations/:id/runs/:of/repetition',
    doingTo<'run', typeof nothing>(repeatRun, nothing, ({ desk, of: run, ...at }) =>
      repeatRun(desk, { ...at, run }),
    ),
  )
  routes.post(
    '/investigations/:id/runs/:of/cancellation',
    doingTo<'run', typeof nothing>(cancelRun, nothing, ({ desk, of: run, ...at }) =>
      cancelRun(desk, { ...at, run }),
    ),
  )
  return routes
}
