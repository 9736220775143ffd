import { Hono, type Context } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'
import { deskRoutes } from '../desk-routes.ts'
import { guardedHeaders } from '../headers.ts'
import { localeAsked } from '../locale-asked.ts'
import { doorShut } from '../page/shell.ts'
import { addressOf, onlyOurHost, onlyOurPages, onlyPlainAddresses, type Origin } from '../same-origin.ts'
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
const COMES = ['content-type', 'content-disposition', 'content-length', 'retry-after']
/** What a browser would run, or show as a page or a part of one. */
const PROGRAM = /html|script|xml|svg|css|wasm/i

/**
 * The desk as it lies on this machine's disk. Words and ciphertext come from a server elsewhere and go there; no page, script or style does, so
 * that whoever holds that server cannot change the program that holds the keys.
 */
export function makeLocalDesk(parts: LocalDesk): Hono {
  const app = new Hono()
  app.use(guardedHeaders(parts.origin))
  app.use(onlyOurHost(parts.origin))
  app.use(onlyPlainAddresses)
  app.use(onlyOurPages(parts.origin))
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

/** What the server answers, unless it is a program. */
async function relay(parts: LocalDesk, c: Context): Promise<Response> {
  const answer = await askServer(parts, c)
  if (answer === null) return unreachable(c, parts)
  const type = answer.headers.get('content-type') ?? ''
  if (PROGRAM.test(type)) {
    await answer.body?.cancel()
    const detail = `The server answered with a page or a program (${type}). This desk takes those from its own disk alone.`
    return c.json({ reason: 'not-answered', detail }, 502)
  }
  const headers = sessionFrom(parts, answer)
  headers.set('cache-control', 'no-store')
  for (const name of COMES) {
    const value = answer.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(answer.body, { status: answer.status, headers })
}

/** In by a link and out again, on pages of our own: of the server's answer counts only whether it let us. */
async function passDoor(parts: LocalDesk, c: Context): Promise<Response> {
  const answer = await askServer(parts, c)
  if (answer === null) return unreachable(c, parts)
  await answer.body?.cancel()
  if (answer.status !== 303) return c.html(doorShut(localeAsked(c)), 401)
  const headers = sessionFrom(parts, answer)
  headers.set('location', '/')
  return new Response(null, { status: 303, headers })
}

function unreachable(c: Context, { server }: LocalDesk): Response {
  return c.json({ reason: 'not-answered', detail: `${addressOf(server)} does not answer.` }, 502)
}

/** Null where the server does not answer at all. It is asked as by a program, which it lends no cookie: whether a page of ours asks was seen here. */
async function askServer({ server }: LocalDesk, c: Context): Promise<Response | null> {
  const { pathname, search } = new URL(c.req.url)
  const headers = new Headers()
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
