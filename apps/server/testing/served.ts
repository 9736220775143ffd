import { randomBytes } from 'node:crypto'
import { valueOf, type MemberId } from '@corroborate/base'
import { issueSignInLink, makeMemory, type Signing } from '@corroborate/casework'
import type { Store } from '@corroborate/store'
import type { ExhibitFiles } from '@corroborate/vault'
import { deskIn, NOON } from '../../../casework/testing/house.ts'
import { makeApp } from '../app.ts'
import type { Parts } from '../parts.ts'
import { loopbackOrigin, type Origin } from '../same-origin.ts'
import type { Authority } from '../time-stamps/ask-authorities.ts'
import { fileOf } from '../static-files.ts'

export const HOME = 'http://localhost:4600'

/** A server on a store, with a clock that tests turn, and all that it reported. */
export interface Served {
  readonly ask: (path: string, init?: RequestInit & { readonly session?: string | null }) => Promise<Response>
  /** Signs a member in by a fresh link and answers what their browser then holds. */
  readonly signIn: (member: MemberId) => Promise<string>
  readonly link: (member: MemberId) => Promise<string>
  readonly turn: (milliseconds: number) => void
  /** Every address that is answered, as `GET /api/session`. */
  readonly routes: readonly string[]
  readonly reported: unknown[]
}

export function served(
  store: Store,
  more: {
    readonly origin?: Origin
    readonly signing?: Signing
    readonly files?: ExhibitFiles
    readonly authorities?: readonly Authority[]
  } = {},
): Served {
  let now = NOON
  const reported: unknown[] = []
  const origin = more.origin ?? loopbackOrigin(4600)
  const home = `${origin.https ? 'https' : 'http'}://${origin.hosts[0]}`
  const page = (name: string, words: string) => [name, fileOf(name, new TextEncoder().encode(words))] as const
  const parts: Parts = {
    ...{ store, origin, clock: () => now, random: randomBytes, software: 'Corroborate (test)' },
    ...{ memory: makeMemory(), report: (error) => reported.push(error) },
    signing: more.signing ?? null,
    authorities: more.authorities ?? [],
    quorum: null,
    files: more.files ?? null,
    deskFiles: new Map([
      page('index.html', '<!doctype html><title>Desk</title>'),
      page('assets/index-CK3f9xQz.js', 'export {}'),
    ]),
    publicFiles: new Map([page('report.css', 'main {}'), page('plain.css', 'main {}')]),
  }
  const app = makeApp(parts)
  const link = async (member: MemberId) =>
    valueOf(await issueSignInLink(deskIn(store, 'operator', parts.clock), { member })).token
  const ask: Served['ask'] = async (path, { session = null, ...init } = {}) => {
    const headers = new Headers(init.headers)
    if (session !== null) headers.set('cookie', session)
    return app.request(path.startsWith('/') ? `${home}${path}` : path, { ...init, headers })
  }
  return {
    ...{ ask, link, reported },
    routes: [
      ...new Set(
        app.routes.filter(({ method }) => method !== 'ALL').map((one) => `${one.method} ${one.path}`),
      ),
    ],
    turn: (milliseconds) => (now += milliseconds),
    signIn: async (member) => {
      const answer = await ask('/sign-in', postedToken(await link(member)))
      return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    },
  }
}

export function postedToken(token: string): RequestInit {
  return { method: 'POST', body: new URLSearchParams({ token }) }
}

export function postedJson(body: unknown): RequestInit {
  return { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}
