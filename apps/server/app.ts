import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { accountRoutes } from './account-routes.ts'
import { actRoutes } from './act-routes.ts'
import { broken, notFound } from './answers.ts'
import { exhibitRoutes, FILE_UPLOADS } from './exhibits/exhibit-routes.ts'
import { deskRoutes } from './desk-routes.ts'
import { guardedApp } from './guarded-app.ts'
import { BODY_LIMIT, LIST_FILE_LIMIT, PACKAGE_LIMIT, TEXT_BODY_LIMIT } from './json-body.ts'
import { linkageRoutes } from './linkage-routes.ts'
import { ledgerRoutes } from './ledger/ledger-routes.ts'
import type { Parts, SignedIn } from './parts.ts'
import { membershipRoutes } from './membership-routes.ts'
import { packageRoutes } from './package-routes.ts'
import { publicRoutes } from './public-routes.ts'
import { readRoutes } from './read-routes.ts'
import { onlyMembers } from './session-cookie.ts'
import { sealingRoutes } from './sealing-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

/** The whole server as one function from request to answer; it listens nowhere by itself. */
export function makeApp(parts: Parts): Hono {
  const app = guardedApp(parts.origin)
  app.use((c, next) => (FILE_UPLOADS.test(c.req.path) ? next() : limitAt(c.req.path)(c, next)))
  app.route('/api', api(parts))
  app.route('/', signInRoutes(parts))
  app.route('/public', publicRoutes(parts))
  app.route('/ledger', ledgerRoutes(parts))
  app.route('/', deskRoutes(parts))
  app.onError((error, c) => {
    parts.report(error)
    return broken(c, error)
  })
  return app
}

const usualLimit = limitOf(BODY_LIMIT)
const listLimit = limitOf(LIST_FILE_LIMIT)
const textLimit = limitOf(TEXT_BODY_LIMIT)
/** The two addresses that take in a file of people. */
const LIST_FILES = /^\/api\/investigations\/[^/]+\/list-files(\/preview)?$/
/** Where texts come in, one by one, as the work of a project, or as the rows of a table. */
const TEXTS = /^\/api\/investigations\/[^/]+\/(texts|exchange\/(projects|act-tables))$/

/** Where a package is taken in: it is read as it comes, and may hold an investigation. */
const PACKAGES = '/api/packages'
const packageLimit = limitOf(PACKAGE_LIMIT)

function limitAt(path: string) {
  if (path === PACKAGES) return packageLimit
  if (LIST_FILES.test(path)) return listLimit
  return TEXTS.test(path) ? textLimit : usualLimit
}

function limitOf(maxSize: number) {
  const tooLarge = { reason: 'too-large', detail: `One request carries ${maxSize} bytes at most.` }
  return bodyLimit({ maxSize, onError: (c) => c.json(tooLarge, 413) })
}

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
  routes.route('/', linkageRoutes(parts))
  routes.route('/', packageRoutes(parts))
  routes.route('/', accountRoutes(parts))
  routes.route('/', membershipRoutes(parts))
  routes.route('/', sealingRoutes(parts))
  routes.route('/', exhibitRoutes(parts))
  routes.all('*', (c) => notFound(c))
  return routes
}
