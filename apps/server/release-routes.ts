import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { parseId } from '@corroborate/base'
import {
  approveRelease,
  doTask,
  leavingNamed,
  openNamesToCheck,
  proposeRelease,
  readReleaseCheck,
  type Leaving,
} from '@corroborate/casework'
import { FLAG_KINDS, OUTPUT_PARTS } from '@corroborate/disclosure'
import { doers } from './act-doers.ts'
import { MANY, nothing, text } from './act-shapes.ts'
import { notFound, sendRefusal } from './answers.ts'
import { deskOf, type Parts, type SignedIn } from './parts.ts'

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
const releaseToApprove = z.strictObject({ reason: text })
const taskToDo = z.strictObject({ note: text })

/** Where what is checked before it leaves stands: a report by its id, a package for somebody outside by the name of its scope. */
const PLACES = ['reports', 'packages'] as const

/** Letting go what the check stopped, and what is to be done after a withdrawal. */
export function releaseRoutes(parts: Parts): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  const { doing, doingTo } = doers(parts)
  for (const place of PLACES) {
    const at = `/investigations/:id/${place}/:of` as const
    routes.get(`${at}/check`, (c) =>
      ofWhatLeaves(c, async (of) => {
        const investigation = parseId<'investigation'>(c.req.param('id'))
        if (investigation === null) return notFound(c)
        const found = await readReleaseCheck(deskOf(parts, c.var.member), { investigation, of })
        if (found === null) return notFound(c)
        return found.ok ? c.json(found.value) : sendRefusal(c, found)
      }),
    )
    routes.post(`${at}/releases`, (c) =>
      ofWhatLeaves(c, (of) =>
        doing(proposeRelease, releaseToPropose, ({ desk, ...at }, input) =>
          proposeRelease(desk, { ...at, ...input, of }),
        )(c),
      ),
    )
    routes.post(`${at}/names`, (c) =>
      ofWhatLeaves(c, (of) =>
        doing(openNamesToCheck, nothing, ({ desk, ...at }) => openNamesToCheck(desk, { ...at, of }))(c),
      ),
    )
  }
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

function ofWhatLeaves(
  c: Context<SignedIn>,
  answer: (of: Leaving) => Promise<Response>,
): Promise<Response> | Response {
  const of = leavingNamed(c.req.param('of') ?? '')
  return of === null ? notFound(c) : answer(of)
}
