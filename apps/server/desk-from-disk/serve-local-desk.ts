import { createAdaptorServer } from '@hono/node-server'
import { ok, type Outcome } from '@corroborate/base'
import { listenOn, type ListenRefusal } from '../listen-on.ts'
import { addressOf, loopbackOrigin, type Origin } from '../same-origin.ts'
import { publicFiles, servedFolder } from '../static-files.ts'
import { makeLocalDesk } from './make-local-desk.ts'

export interface LocalDeskServed {
  /** `http://localhost:4601`. */
  readonly address: string
  readonly close: () => Promise<void>
}

/** Serves the desk of this folder to this machine alone. @param port 0 takes any free one */
export async function serveLocalDesk({
  server,
  deskFolder,
  port,
}: {
  /** The server that it speaks with. */
  readonly server: Origin
  readonly deskFolder: string
  readonly port: number
}): Promise<Outcome<LocalDeskServed, ListenRefusal>> {
  const files = { deskFiles: await servedFolder(deskFolder), publicFiles: await publicFiles() }
  // The port is known when the server listens; the first request cannot come before.
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 })
  const listening = createAdaptorServer({ fetch: (request) => answer(request) })
  const bound = await listenOn(listening, { port, host: '127.0.0.1' })
  if (!bound.ok) return bound
  const origin = loopbackOrigin(bound.value)
  const app = makeLocalDesk({ ...files, server, origin })
  answer = (request) => app.fetch(request)
  const close = () =>
    new Promise<void>((settle) => {
      listening.close(() => settle())
      if ('closeAllConnections' in listening) listening.closeAllConnections()
    })
  return ok({ address: addressOf(origin), close })
}
