import { Hono } from 'hono'
import { guardedHeaders } from './headers.ts'
import { onlyOurHost, onlyOurPages, onlyPlainAddresses, type Origin } from './same-origin.ts'

/** What every server of ours is before it answers anything: its headers on every answer, and nothing for another name, site or address than its own. */
export function guardedApp(origin: Origin): Hono {
  const app = new Hono()
  app.use(guardedHeaders(origin))
  app.use(onlyOurHost(origin))
  app.use(onlyPlainAddresses)
  app.use(onlyOurPages(origin))
  return app
}
