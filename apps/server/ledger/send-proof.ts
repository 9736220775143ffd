import type { Context } from 'hono'

/** A proof as a file to keep. Its name says which line or report it is of, and nothing else. */
export function sendProof(c: Context, proof: string, name: string): Response {
  return c.body(proof, 200, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.tlog-proof"`,
  })
}
