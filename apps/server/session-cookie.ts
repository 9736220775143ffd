import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { memberAt } from '@corroborate/casework'
import { signedOut } from './answers.ts'
import type { Parts, SignedIn } from './parts.ts'
import type { Origin } from './same-origin.ts'

/**
 * Behind TLS the cookie is bound to this host (`__Host-`). On plain http there is only the loopback address, where not every
 * browser keeps a Secure cookie: there it goes by its plain name.
 * @see docs/decisions/0041-sign-in-and-session.md
 */
export function sessionName(origin: Origin): string {
  return origin.https ? '__Host-corroborate' : 'corroborate'
}

/** What the browser shows to be let in, or null. */
export function sessionIn(c: Context, origin: Origin): string | null {
  return getCookie(c, sessionName(origin)) ?? null
}

/** Gives the browser its session, for as long as the browser is open: when it ends is decided here, not there. */
export function giveSession(c: Context, origin: Origin, session: string): void {
  const guarded = { httpOnly: true, sameSite: 'Strict', path: '/', secure: origin.https } as const
  setCookie(c, sessionName(origin), session, guarded)
}

export function takeSession(c: Context, origin: Origin): void {
  deleteCookie(c, sessionName(origin), { path: '/', secure: origin.https })
}

/** Lets nobody past who is not signed in, and says who is. */
export function onlyMembers(parts: Parts): MiddlewareHandler<SignedIn> {
  return async (c, next) => {
    const session = sessionIn(c, parts.origin)
    const member = session === null ? null : await memberAt(parts, session)
    if (member === null) return signedOut(c)
    c.set('member', member)
    return next()
  }
}
