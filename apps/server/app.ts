import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { actRoutes } from './act-routes.ts'
import { broken, notFound } from './answers.ts'
import { deskRoutes } from './desk-routes.ts'
import { guardedHeaders } from './headers.ts'
import { BODY_LIMIT } from './json-body.ts'
import type { Parts, SignedIn } from './parts.ts'
import { publicRoutes } from './public-routes.ts'
import { readRoutes } from './read-routes.ts'
import { onlyOurHost, onlyOurPages, onlyPlainAddresses } from './same-origin.ts'
import { onlyMembers } from './session-cookie.ts'
import { signInRoutes } from './sign-in-routes.ts'

/** The whole server as one function from request to answer; it listens nowhere by itself. */
export function makeApp(parts: Parts): Hono {
  const app = new Hono()
  app.use(guardedHeaders(parts.origin))
  app.use(onlyOurHost(parts.origin))
  app.use(onlyPlainAddresses)
  app.use(onlyOurPages(parts.origin))
  app.use(bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => c.json(TOO_LARGE, 413) }))
  app.route('/api', api(parts))
  app.route('/', signInRoutes(parts))
  app.route('/public', publicRoutes(parts))
  app.route('/', deskRoutes(parts))
  app.onError((error, c) => {
    parts.report(error)
    return broken(c)
  })
  return app
}

const TOO_LARGE = { reason: 'too-large', detail: `One request carries ${BODY_LIMIT} bytes at most.` }

/** What only members ask; nothing of it is kept by the browser. */
function api(parts: Parts): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  routes.use(async (c, next) => {
    c.header('Cache-Control', 'no-store')
    return next()
  })
  routes.use(onlyMembers(parts))
  routes.route('/', readRoutes(parts))
  routes.route('/', actRoutes(parts))
  routes.all('*', (c) => notFound(c))
  return routes
}
