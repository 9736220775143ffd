import type { MiddlewareHandler } from 'hono'
import type { PasskeySite } from '@corroborate/casework'

/** Where this server is reached: the address in the reader's own browser, which behind a proxy is not where it listens. */
export interface Origin {
  readonly https: boolean
  /** Host with port as a browser sends it: `localhost:4600`, `desk.example.org`. The first is ours; the others are its other names. */
  readonly hosts: readonly [string, ...string[]]
}

/** The names of this machine for itself, on one port. */
export function loopbackOrigin(port: number): Origin {
  // On port 80 a browser sends no port at all.
  const suffix = port === 80 ? '' : `:${port}`
  // The name comes first: passkeys are bound to names, and numbers are none.
  return { https: false, hosts: [`localhost${suffix}`, `127.0.0.1${suffix}`, `[::1]${suffix}`] }
}

/** The origin that a proxy serves us under, such as `https://desk.example.org`; null when it is not one. */
export function originAt(address: string): Origin | null {
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return { https: url.protocol === 'https:', hosts: [url.host] }
}

/** Where passkeys are used: under our name, on no other; a passkey of `localhost` is one of this machine. */
export function passkeySiteOf(origin: Origin): PasskeySite {
  const address = addressOf(origin)
  return { rpId: new URL(address).hostname, origins: [address] }
}

/** Under which URL a reader finds this server. */
export function addressOf(origin: Origin): string {
  return `${origin.https ? 'https' : 'http'}://${origin.hosts[0]}`
}

/**
 * Refuses what was asked of another name than ours: a page elsewhere can point its own name at 127.0.0.1
 * (DNS rebinding) and would then be of one origin with us, but it cannot choose the name that the browser sends.
 */
export function onlyOurHost(origin: Origin): MiddlewareHandler {
  return async (c, next) => {
    if (!origin.hosts.includes(new URL(c.req.url).host.toLowerCase()))
      return c.text('This server does not answer under that name.\n', 421)
    return next()
  }
}

/** Refuses an address with a zero character in it: nothing here is called so, and not every store can be asked for it. */
export const onlyPlainAddresses: MiddlewareHandler = async (c, next) => {
  if (c.req.url.includes('%00')) return c.text('There is nothing at this address.\n', 400)
  return next()
}

/**
 * Refuses a change that another site's page asked for. The cookie is SameSite=Strict already; this holds where that does not:
 * other ports of 127.0.0.1 are the same site. A caller that is no browser sends neither header, and has no cookie to lend.
 */
export function onlyOurPages(origin: Origin): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (!fromOurPages(origin, c.req.header('origin'), c.req.header('sec-fetch-site')))
      return c.json({ reason: 'another-site', detail: 'A change is accepted from our own pages only.' }, 403)
    return next()
  }
}

/**
 * What the browser itself says of where the request comes from decides, when it says so: no page can write that header. Our
 * pages send no referrer, so their forms are sent with the origin "null", which by itself proves nothing.
 */
function fromOurPages(origin: Origin, from: string | undefined, site: string | undefined): boolean {
  if (site !== undefined) return site === 'same-origin'
  if (from === undefined) return true
  const scheme = origin.https ? 'https' : 'http'
  return origin.hosts.some((host) => from === `${scheme}://${host}`)
}
