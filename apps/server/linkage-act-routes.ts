import { Hono } from 'hono'
import {
  acceptLinkageRun,
  askLinkageRun,
  cancelLinkageRun,
  growLinkageRun,
  judgeCluster,
  judgePair,
  mapList,
  repeatLinkageRun,
  takeBackJudgement,
} from '@corroborate/casework'
import type { Doers } from './act-doers.ts'
import { nothing } from './act-shapes.ts'
import {
  clusterToJudge,
  judgementToTakeBack,
  linkageToAccept,
  linkageToAsk,
  linkageToGrow,
  listToMap,
  pairToJudge,
} from './linkage-shapes.ts'
import type { SignedIn } from './parts.ts'

/** What is done with lists: how they are read, linkages, judgements. */
export function linkageActRoutes({ doing, doingTo }: Doers): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  routes.post(
    '/investigations/:id/lists/:of/mapping',
    doingTo<'list', typeof listToMap>(mapList, listToMap, ({ desk, of: list, ...at }, input) =>
      mapList(desk, { ...at, ...input, list }),
    ),
  )
  routes.post(
    '/investigations/:id/linkage-runs',
    doing(askLinkageRun, linkageToAsk, ({ desk, ...at }, input) => askLinkageRun(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/linkage-runs/:of/cancellation',
    doingTo<'linkage-run', typeof nothing>(cancelLinkageRun, nothing, ({ desk, of: run, ...at }) =>
      cancelLinkageRun(desk, { ...at, run }),
    ),
  )
  routes.post(
    '/investigations/:id/linkage-runs/:of/repetition',
    doingTo<'linkage-run', typeof nothing>(repeatLinkageRun, nothing, ({ desk, of: run, ...at }) =>
      repeatLinkageRun(desk, { ...at, run }),
    ),
  )
  routes.post(
    '/investigations/:id/linkage-runs/:of/growth',
    doingTo<'linkage-run', typeof linkageToGrow>(
      growLinkageRun,
      linkageToGrow,
      ({ desk, of: run, ...at }, input) => growLinkageRun(desk, { ...at, ...input, run }),
    ),
  )
  routes.post(
    '/investigations/:id/linkage-runs/:of/acceptance',
    doingTo<'linkage-run', typeof linkageToAccept>(
      acceptLinkageRun,
      linkageToAccept,
      ({ desk, of: run, ...at }, input) => acceptLinkageRun(desk, { ...at, ...input, run }),
    ),
  )
  routes.post(
    '/investigations/:id/linkage-runs/:of/clusters',
    doingTo<'linkage-run', typeof clusterToJudge>(
      judgeCluster,
      clusterToJudge,
      ({ desk, of: run, ...at }, input) => judgeCluster(desk, { ...at, ...input, run }),
    ),
  )
  routes.post(
    '/investigations/:id/judgements',
    doing(judgePair, pairToJudge, ({ desk, ...at }, input) => judgePair(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/judgements/taken-back',
    doing(takeBackJudgement, judgementToTakeBack, ({ desk, ...at }, input) =>
      takeBackJudgement(desk, { ...at, ...input }),
    ),
  )
  return routes
}
