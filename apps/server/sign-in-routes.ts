import { Hono, type Context } from 'hono'
import { ok, type Outcome } from '@corroborate/base'
import {
  comeInByPasskey,
  comeInByPassphrase,
  passkeyToShow,
  saltFor,
  signIn,
  signOut,
  type SignedIn as CameIn,
} from '@corroborate/casework'
import { passkeyShown, passphraseShown, saltToGive } from './account-shapes.ts'
import { notKnown, sendOutcome, sendRefusal } from './answers.ts'
import { bodyAs } from './json-body.ts'
import { localeAsked } from './locale-asked.ts'
import { doorPage, doorShut } from './page/shell.ts'
import { deskOf, type Parts } from './parts.ts'
import { passkeySiteOf } from './same-origin.ts'
import { giveSession, onlyMembers, sessionIn, takeSession } from './session-cookie.ts'

/** In by a link or a passkey, out by a button. A link's token is read from the address to be shown, and used only when it is posted. */
export function signInRoutes(parts: Parts): Hono {
  const routes = new Hono()
  const site = passkeySiteOf(parts.origin)
  routes.use('/sign-in/*', async (c, next) => {
    c.header('Cache-Control', 'no-store')
    return next()
  })
  routes.get('/sign-in', showDoor)
  routes.post('/sign-in', async (c) => {
    const { token } = await c.req.parseBody()
    const before = sessionIn(c, parts.origin)
    const signed = await signIn(deskOf(parts, null), {
      token: typeof token === 'string' ? token : '',
      before,
    })
    if (!signed.ok) return c.html(doorShut(localeAsked(c)), 401)
    giveSession(c, parts.origin, signed.value.session)
    return c.redirect('/', 303)
  })
  routes.post('/sign-in/passkey/challenge', async (c) =>
    sendOutcome(c, ok(await passkeyToShow(deskOf(parts, null), site))),
  )
  routes.post('/sign-in/passkey', async (c) => {
    const shown = await bodyAs(c, passkeyShown)
    if (!shown.ok) return sendRefusal(c, shown)
    const before = sessionIn(c, parts.origin)
    return letIn(parts, c, await comeInByPasskey(deskOf(parts, null), { ...shown.value, site, before }))
  })
  routes.post('/sign-in/passphrase/salt', async (c) => {
    const asked = await bodyAs(c, saltToGive)
    if (!asked.ok) return sendRefusal(c, asked)
    return sendOutcome(c, ok(await saltFor(deskOf(parts, null), asked.value.name)))
  })
  routes.post('/sign-in/passphrase', async (c) => {
    const shown = await bodyAs(c, passphraseShown)
    if (!shown.ok) return sendRefusal(c, shown)
    const before = sessionIn(c, parts.origin)
    return letIn(parts, c, await comeInByPassphrase(deskOf(parts, null), { ...shown.value, before }))
  })
  routes.post('/sign-out', onlyMembers(parts), async (c) => {
    const session = sessionIn(c, parts.origin) ?? ''
    await signOut(deskOf(parts, c.var.member), { session })
    takeSession(c, parts.origin)
    return c.redirect('/', 303)
  })
  return routes
}

/** The page on which a link is used. */
export function showDoor(c: Context): Response | Promise<Response> {
  const token = c.req.query('token') ?? ''
  return token === '' ? c.html(doorShut(localeAsked(c)), 401) : c.html(doorPage(localeAsked(c), token))
}

/** Who came in, for the page that asked: it may have been another than before. */
function letIn(parts: Parts, c: Context, signed: Outcome<CameIn>): Response {
  if (!signed.ok)
    return signed.reason === 'too-soon'
      ? c.json({ reason: signed.reason, detail: signed.detail }, 429)
      : notKnown(c)
  giveSession(c, parts.origin, signed.value.session)
  return c.json({ value: signed.value.member })
}
