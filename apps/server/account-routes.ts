import { Hono } from 'hono'
import { ok } from '@corroborate/base'
import {
  addPasskeyAsked,
  endOneSession,
  endSessions,
  passkeyToMake,
  readAccount,
  removePasskey,
  removePassphrase,
  setPassphrase,
} from '@corroborate/casework'
import { nothing } from './act-shapes.ts'
import { passkeyToAdd, passkeyToRemove, passphraseToSet, sessionToEnd } from './account-shapes.ts'
import { ofOneself } from './act-doers.ts'
import { sendOrNotFound, sendOutcome } from './answers.ts'
import { deskOf, type Parts, type SignedIn } from './parts.ts'
import { passkeySiteOf } from './same-origin.ts'
import { sessionIn } from './session-cookie.ts'

/** How a member comes in, in no investigation. */
export function accountRoutes(parts: Parts): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  const site = passkeySiteOf(parts.origin)
  routes.get('/account', async (c) =>
    sendOrNotFound(c, await readAccount(deskOf(parts, c.var.member), sessionIn(c, parts.origin))),
  )
  routes.post('/account/passkeys/challenge', async (c) =>
    sendOutcome(c, ok(await passkeyToMake(deskOf(parts, c.var.member), site))),
  )
  routes.post(
    '/account/passkeys',
    ofOneself(parts, passkeyToAdd, (desk, said) => addPasskeyAsked(desk, { ...said, site })),
  )
  routes.post('/account/passkeys/removed', ofOneself(parts, passkeyToRemove, removePasskey))
  routes.post('/account/passphrase', ofOneself(parts, passphraseToSet, setPassphrase))
  routes.post('/account/passphrase/removed', ofOneself(parts, nothing, removePassphrase))
  routes.post('/account/session/ended', ofOneself(parts, sessionToEnd, endOneSession))
  routes.post('/account/sessions/ended', ofOneself(parts, nothing, endSessions))
  return routes
}
