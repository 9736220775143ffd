import { Hono } from 'hono'
import { z } from 'zod'
import { approveRelease, doTask, openNamesToCheck, proposeRelease } from '@corroborate/casework'
import { FLAG_KINDS, OUTPUT_PARTS } from '@corroborate/disclosure'
import type { Doers } from './act-doers.ts'
import { id, MANY, nothing, text } from './act-shapes.ts'
import type { SignedIn } from './parts.ts'

/** Strict, so that nothing of what a flag found can come with its count. */
const tally = z.strictObject({
  kind: z.enum(FLAG_KINDS),
  part: z.enum(OUTPUT_PARTS),
  count: z.int().positive(),
})
const releaseToPropose = z.strictObject({
  content: z.string().regex(/^[0-9a-f]{64}$/),
  flags: z.array(tally).max(MANY),
  reason: text.or(z.literal('')),
})
const releaseToApprove = z.strictObject({ report: id<'report'>(), reason: text })
const taskToDo = z.strictObject({ note: text })

/** Letting go what the check stopped, and what is to be done after a withdrawal. */
export function releaseRoutes({ doingTo }: Doers): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  routes.post(
    '/investigations/:id/reports/:of/releases',
    doingTo<'report', typeof releaseToPropose>(
      proposeRelease,
      releaseToPropose,
      ({ desk, of: report, ...at }, input) => proposeRelease(desk, { ...at, ...input, report }),
    ),
  )
  routes.post(
    '/investigations/:id/reports/:of/names',
    doingTo<'report', typeof nothing>(openNamesToCheck, nothing, ({ desk, of: report, ...at }) =>
      openNamesToCheck(desk, { ...at, report }),
    ),
  )
  routes.post(
    '/investigations/:id/releases/:of/approval',
    doingTo<'release', typeof releaseToApprove>(
      approveRelease,
      releaseToApprove,
      ({ desk, of: release, ...at }, input) => approveRelease(desk, { ...at, ...input, release }),
    ),
  )
  routes.post(
    '/investigations/:id/tasks/:of/done',
    doingTo<'task', typeof taskToDo>(doTask, taskToDo, ({ desk, of: task, ...at }, input) =>
      doTask(desk, { ...at, ...input, task }),
    ),
  )
  return routes
}
