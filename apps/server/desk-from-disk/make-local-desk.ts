import type { Context, Hono } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'
import { say } from '@corroborate/words'
import { deskRoutes } from '../desk-routes.ts'
import { guardedApp } from '../guarded-app.ts'
import { localeAsked } from '../locale-asked.ts'
import { doorShut, notice } from '../page/shell.ts'
import { addressOf, type Origin } from '../same-origin.ts'
import { sessionName } from '../session-cookie.ts'
import { showDoor } from '../sign-in-routes.ts'
import { sendFile, type ServedFolder } from '../static-files.ts'

export interface LocalDesk {
  /** Where this desk is reached. */
  readonly origin: Origin
  /** The server that it speaks with. */
  readonly server: Origin
  readonly deskFiles: ServedFolder
  readonly publicFiles: ServedFolder
}

/** By this name the browser keeps its session at the server here: the server's own name is bound to the server's own address. */
const SESSION = 'corroborate-desk'
const GOES = ['accept', 'accept-language', 'content-type']
const COMES = ['content-disposition', 'retry-after']
const JSON_TYPE = /^application\/json(;|$)/i

/**
 * The desk as it lies on this machine's disk. Words and ciphertext come from a server elsewhere and go there; no page, script or style does, so
 * that whoever holds that server cannot change the program that holds the keys.
 */
export function makeLocalDesk(parts: LocalDesk): Hono {
  const app = guardedApp(parts.origin)
  app.all('/api/*', (c) => relay(parts, c))
  app.get('/sign-in', showDoor)
  app.post('/sign-in', (c) => passDoor(parts, c))
  app.post('/sign-out', (c) => passDoor(parts, c))
  app.post('/sign-in/*', (c) => relay(parts, c))
  app.get('/public/assets/:path{.+}', (c) => {
    const file = parts.publicFiles.get(c.req.param('path'))
    return file === undefined ? c.notFound() : sendFile(c, file)
  })
  app.route('/', deskRoutes(parts))
  return app
}

/** What the server answers. What is not JSON goes on as bytes of no kind, which a browser saves and neither runs nor shows. */
async function relay(parts: LocalDesk, c: Context): Promise<Response> {
  const answer = await askServer(parts, c)
  if (answer === null)
    return c.json({ reason: 'unreachable', detail: `${addressOf(parts.server)} does not answer.` }, 502)
  const headers = sessionFrom(parts, answer)
  const isJson = JSON_TYPE.test(answer.headers.get('content-type') ?? '')
  headers.set('content-type', isJson ? 'application/json' : 'application/octet-stream')
  headers.set('cache-control', 'no-store')
  // What was packed on its way comes unpacked, and is longer than was said of it.
  for (const name of answer.headers.has('content-encoding') ? COMES : [...COMES, 'content-length']) {
    const value = answer.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(answer.body, { status: answer.status, headers })
}

/** In by a link and out again, on pages of our own: of the server's answer counts only whether it let us. */
async function passDoor(parts: LocalDesk, c: Context): Promise<Response> {
  const answer = await askServer(parts, c)
  if (answer === null) {
    const locale = localeAsked(c)
    return c.html(notice(locale, say(locale, 'desk.refused.unreachable')), 502)
  }
  await answer.body?.cancel()
  if (answer.status !== 303) return c.html(doorShut(localeAsked(c)), 401)
  const headers = sessionFrom(parts, answer)
  headers.set('location', '/')
  return new Response(null, { status: 303, headers })
}

/** Null where the server does not answer at all. It is asked as by a program, which it lends no cookie: whether a page of ours asks was seen here. */
async function askServer({ server }: LocalDesk, c: Context): Promise<Response | null> {
  const { pathname, search } = new URL(c.req.url)
  const headers = new Headers({ 'accept-encoding': 'identity' })
  for (const name of GOES) {
    const value = c.req.header(name)
    if (value !== undefined) headers.set(name, value)
  }
  const session = getCookie(c, SESSION)
  if (session !== undefined) headers.set('cookie', `${sessionName(server)}=${session}`)
  const { method } = c.req
  const { body } = c.req.raw
  const sent = body === null ? {} : { body, duplex: 'half' as const }
  try {
    return await fetch(addressOf(server) + pathname + search, {
      method,
      headers,
      redirect: 'manual',
      ...sent,
    })
  } catch {
    return null
  }
}

/** The session that the server gave or took, for this browser at this desk; other cookies of the server stay with it. */
function sessionFrom({ server }: LocalDesk, answer: Response): Headers {
  const headers = new Headers()
  for (const cookie of answer.headers.getSetCookie()) {
    const [pair = '', ...more] = cookie.split(';')
    const at = pair.indexOf('=')
    if (pair.slice(0, at) !== sessionName(server)) continue
    const ends = more.some((each) => each.trim().toLowerCase() === 'max-age=0')
    const guarded = { httpOnly: true, sameSite: 'Strict', path: '/' } as const
    headers.append(
      'set-cookie',
      generateCookie(SESSION, pair.slice(at + 1), ends ? { ...guarded, maxAge: 0 } : guarded),
    )
  }
  return headers
}
