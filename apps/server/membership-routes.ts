import { Hono } from 'hono'
import { z } from 'zod'
import { parseId } from '@corroborate/base'
import {
  disableMember,
  endSessionsOfMember,
  enrolMember,
  grantRole,
  issueSignInLink,
  MEMBER_ROLES,
  readMembers,
  readTeam,
  releaseSignInLink,
  takeRole,
} from '@corroborate/casework'
import { id, text } from './act-shapes.ts'
import { doers, inHouse, toMember } from './act-doers.ts'
import { notFound, sendOrNotFound } from './answers.ts'
import { deskOf, type Parts, type SignedIn } from './parts.ts'

const [first, ...more] = MEMBER_ROLES
const roleOf = { member: id<'member'>(), role: z.enum([first, ...more]) }
const roleToGrant = z.strictObject({ ...roleOf, endsAt: z.iso.datetime({ precision: 3 }).exactOptional() })
const roleToTake = z.strictObject(roleOf)
const memberToEnrol = z.strictObject({ name: text.max(80) })
const linkToRelease = z.strictObject({ link: z.string().regex(/^[0-9a-f]{64}$/) })

/** Who is a member of the house, how they come in, and who is what in an investigation: administrators see to it, and read nothing. */
export function membershipRoutes(parts: Parts): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  const { doing } = doers(parts)
  const enrol = { act: enrolMember, shape: memberToEnrol }
  const letGo = { act: releaseSignInLink, shape: linkToRelease }
  routes.get('/members', async (c) => sendOrNotFound(c, await readMembers(deskOf(parts, c.var.member))))
  routes.post('/members', inHouse(parts, enrol, enrolMember))
  routes.post('/members/:of/sign-in-link', toMember(parts, issueSignInLink))
  routes.post('/members/:of/sessions/ended', toMember(parts, endSessionsOfMember))
  routes.post('/members/:of/disabled', toMember(parts, disableMember))
  routes.post('/sign-in-links/released', inHouse(parts, letGo, releaseSignInLink))
  routes.get('/investigations/:id/members', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    if (investigation === null) return notFound(c)
    return sendOrNotFound(c, await readTeam(deskOf(parts, c.var.member), investigation))
  })
  routes.post(
    '/investigations/:id/roles',
    doing(grantRole, roleToGrant, ({ desk, ...at }, input) => grantRole(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/roles/taken',
    doing(takeRole, roleToTake, ({ desk, ...at }, input) => takeRole(desk, { ...at, ...input })),
  )
  return routes
}
