import { Hono, type Context } from 'hono'
import { publicCheckpoint, publicKey, publicTile } from '@corroborate/casework'
import type { Parts } from '../parts.ts'

const FOR_GOOD = 'public, max-age=31536000, immutable'

/**
 * The ledgers as anybody may mirror and watch them: C2SP tlog-tiles below `/ledger/<origin>`. Nobody is signed in. An origin cannot be
 * guessed, and a wrong one has the answer of everything that is not there; published reports name theirs.
 */
export function ledgerRoutes(parts: Parts): Hono {
  const routes = new Hono()
  routes.get('/*', async (c) => {
    const [, origin = '', what = ''] =
      /^\/ledger\/(.{1,200}?)\/(checkpoint|key|tile\/.{1,80})$/.exec(c.req.path) ?? []
    if (what === 'checkpoint') return sendText(c, await publicCheckpoint(parts, origin))
    if (what === 'key') return sendText(c, await publicKey(parts, origin))
    const tile = what === '' ? null : await publicTile(parts, { origin, path: what })
    if (tile === null) return notThere(c)
    return c.body(tile, 200, { 'Content-Type': 'application/octet-stream', 'Cache-Control': FOR_GOOD })
  })
  return routes
}

function sendText(c: Context, text: string | null): Response {
  if (text === null) return notThere(c)
  return c.body(text, 200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' })
}

function notThere(c: Context): Response {
  return c.text('There is nothing at this address.\n', 404)
}
