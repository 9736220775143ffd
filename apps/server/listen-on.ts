import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { FILE_UPLOADS } from './exhibits/exhibit-routes.ts'

export type ListenRefusal = 'port-taken' | 'port-forbidden' | 'host-unknown'

interface Place {
  /** 0 takes any free one. */
  readonly port: number
  readonly host: string
}

/** What answers a request. */
interface App {
  readonly fetch: (request: Request) => Response | Promise<Response>
}

export interface Listening {
  readonly server: ServerType
  readonly port: number
}

/** Listens there for an app that is made when the port is known; the first request cannot come before. */
export async function listenOn(
  place: Place,
  appAt: (port: number) => App,
): Promise<Outcome<Listening, ListenRefusal>> {
  let app: App = { fetch: () => new Response(null, { status: 503 }) }
  const server = createAdaptorServer({ fetch: (request) => app.fetch(request) })
  takeTime(server)
  const port = await portOf(server, place)
  if (!port.ok) return port
  app = appAt(port.value)
  return ok({ server, port: port.value })
}

/** The port that the server got, or why it got none. */
function portOf(server: ServerType, { port, host }: Place): Promise<Outcome<number, ListenRefusal>> {
  return new Promise((settle, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const refusal = refusalOf(error, { port, host })
      if (refusal) settle(refusal)
      else fail(error)
    })
    server.listen(port, host, () => {
      const bound = server.address()
      settle(ok(bound !== null && typeof bound === 'object' ? bound.port : port))
    })
  })
}

/** How long a request may take to come in, unless it brings a file of any length, which is watched where it is read. */
const ARRIVAL_MS = 300_000

/** Node ends every request that takes longer than five minutes to come in; a file of gigabytes over a slow line does. */
function takeTime(server: ServerType): void {
  if (!('requestTimeout' in server)) return
  server.requestTimeout = 0
  server.on('request', (request) => {
    if (FILE_UPLOADS.test(request.url?.split('?')[0] ?? '')) return
    const timer = setTimeout(() => request.complete || request.destroy(), ARRIVAL_MS)
    request.once('close', () => clearTimeout(timer))
  })
}

function refusalOf({ code }: NodeJS.ErrnoException, { port, host }: Place) {
  if (code === 'EADDRINUSE')
    return refuse(
      'port-taken',
      `Port ${port} is taken, perhaps by this program started before. Stop that one, or choose another with --port.`,
    )
  if (code === 'EACCES')
    return refuse(
      'port-forbidden',
      `This user may not listen on port ${port}. Choose one above 1023 with --port.`,
    )
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return refuse('host-unknown', `This machine has no address ${host} to listen on.`)
  return null
}
