import { Hono, type Context } from 'hono'
import { say } from '@corroborate/words'
import { localeAsked } from './locale-asked.ts'
import { notice } from './page/shell.ts'
import type { Parts } from './parts.ts'
import { sendFile } from './static-files.ts'

/** The desk as static files. Its own screens have addresses of their own, which all begin with the same page. */
export function deskRoutes({ deskFiles }: Pick<Parts, 'deskFiles'>): Hono {
  const routes = new Hono()
  routes.get('/*', (c) => {
    const file = deskFiles.get(c.req.path.slice(1))
    if (file !== undefined) return sendFile(c, file)
    return isScreen(c.req.path)
      ? firstPage(c)
      : c.html(notice(localeAsked(c), say(localeAsked(c), 'desk.public.missing')), 404)
  })
  const firstPage = (c: Context) => {
    const index = deskFiles.get('index.html')
    const locale = localeAsked(c)
    return index === undefined ? c.html(notice(locale, say(locale, 'desk.unbuilt')), 503) : sendFile(c, index)
  }
  return routes
}

function isScreen(path: string): boolean {
  const ofTheHouse = ['/', '/keys', '/account', '/members'].includes(path)
  return ofTheHouse || path.startsWith('/members/') || path.startsWith('/i/')
}
