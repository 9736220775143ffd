import { Hono } from 'hono'
import { z } from 'zod'
import { parseId } from '@corroborate/base'
import {
  grantRole,
  MEMBER_ROLES,
  readLinksToRelease,
  releaseSignInLink,
  takeRole,
} from '@corroborate/casework'
import { id } from './act-shapes.ts'
import { doers } from './act-doers.ts'
import { notFound, sendOrNotFound } from './answers.ts'
import { deskOf, type Parts, type SignedIn } from './parts.ts'

const [first, ...more] = MEMBER_ROLES
const roleOf = { member: id<'member'>(), role: z.enum([first, ...more]) }
const roleToGrant = z.strictObject({ ...roleOf, endsAt: z.iso.datetime({ precision: 3 }).exactOptional() })
const roleToTake = z.strictObject(roleOf)
const linkToRelease = z.strictObject({ link: z.string().regex(/^[0-9a-f]{64}$/) })

/** Who may what in an investigation, and whom its administrators let in: they read nothing of it. */
export function membershipRoutes(parts: Parts): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  const { doing } = doers(parts)
  routes.post(
    '/investigations/:id/roles',
    doing(grantRole, roleToGrant, ({ desk, ...at }, input) => grantRole(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/roles/taken',
    doing(takeRole, roleToTake, ({ desk, ...at }, input) => takeRole(desk, { ...at, ...input })),
  )
  routes.get('/investigations/:id/sign-in-links', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    if (investigation === null) return notFound(c)
    return sendOrNotFound(c, await readLinksToRelease(deskOf(parts, c.var.member), investigation))
  })
  routes.post(
    '/investigations/:id/sign-in-links/released',
    doing(releaseSignInLink, linkToRelease, ({ desk, ...at }, input) =>
      releaseSignInLink(desk, { ...at, ...input }),
    ),
  )
  return routes
}
