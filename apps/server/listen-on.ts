import type { ServerType } from '@hono/node-server'
import { ok, refuse, type Outcome } from '@corroborate/base'

export type ListenRefusal = 'port-taken' | 'port-forbidden' | 'host-unknown'

interface Place {
  /** 0 takes any free one. */
  readonly port: number
  readonly host: string
}

/** Listens there: the port that the server got, or why it got none. */
export function listenOn(server: ServerType, { port, host }: Place): Promise<Outcome<number, ListenRefusal>> {
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
