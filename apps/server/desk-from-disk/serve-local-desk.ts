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
  const app = (port: number) => makeLocalDesk({ ...files, server, origin: loopbackOrigin(port) })
  const listening = await listenOn({ port, host: '127.0.0.1' }, app)
  if (!listening.ok) return listening
  const bound = listening.value
  const close = () =>
    new Promise<void>((settle) => {
      bound.server.close(() => settle())
      if ('closeAllConnections' in bound.server) bound.server.closeAllConnections()
    })
  return ok({ address: addressOf(loopbackOrigin(bound.port)), close })
}
