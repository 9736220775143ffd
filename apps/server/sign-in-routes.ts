import { Hono } from 'hono'
import { signIn, signOut } from '@corroborate/casework'
import { localeAsked } from './locale-asked.ts'
import { doorPage, doorShut } from './page/shell.ts'
import { deskOf, type Parts } from './parts.ts'
import { giveSession, onlyMembers, sessionIn, takeSession } from './session-cookie.ts'

/** In by a link, out by a button. The token is read from the address to be shown, and used only when it is posted. */
export function signInRoutes(parts: Parts): Hono {
  const routes = new Hono()
  routes.get('/sign-in', (c) => {
    const token = c.req.query('token') ?? ''
    c.header('Cache-Control', 'no-store')
    return token === '' ? c.html(doorShut(localeAsked(c)), 401) : c.html(doorPage(localeAsked(c), token))
  })
  routes.post('/sign-in', async (c) => {
    const { token } = await c.req.parseBody()
    c.header('Cache-Control', 'no-store')
    const signed = await signIn(deskOf(parts, null), { token: typeof token === 'string' ? token : '' })
    if (!signed.ok) return c.html(doorShut(localeAsked(c)), 401)
    giveSession(c, parts.origin, signed.value.session)
    return c.redirect('/', 303)
  })
  routes.post('/sign-out', onlyMembers(parts), async (c) => {
    const session = sessionIn(c, parts.origin) ?? ''
    await signOut(deskOf(parts, c.var.member.id), { session })
    takeSession(c, parts.origin)
    return c.redirect('/', 303)
  })
  return routes
}
