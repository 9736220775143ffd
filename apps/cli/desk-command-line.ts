import { ok, refuse, type Outcome } from '@corroborate/base'
import { portIn } from './port-in.ts'

/** What is done with the desk as it was built here: its files told, held against a server's, or used in their place. */
export type DeskCommand =
  | { readonly command: 'desk'; readonly what: 'manifest' }
  | { readonly command: 'desk'; readonly what: 'check'; readonly server: string; readonly json: boolean }
  | { readonly command: 'desk'; readonly what: 'serve'; readonly server: string; readonly port: number }

interface Given {
  readonly port?: string | undefined
  readonly json?: boolean | undefined
}

/** `desk manifest`, `desk check URL`, `desk serve URL`. */
export function deskOf(
  [what, address, extra]: readonly string[],
  { port = '4601', json }: Given,
): Outcome<DeskCommand, 'usage'> {
  if (extra !== undefined) return refuse('usage', `"${extra}" is one word too many`)
  if (what === 'manifest' && address === undefined) return ok({ command: 'desk', what })
  if ((what !== 'check' && what !== 'serve') || address === undefined)
    return refuse('usage', 'desk takes "manifest", or "check" or "serve" and the address of a server')
  const server = serverAt(address)
  if (!server.ok) return server
  if (what === 'check') return ok({ command: 'desk', what, server: server.value, json: json === true })
  const number = portIn(port)
  return number.ok ? ok({ command: 'desk', what, server: server.value, port: number.value }) : number
}

/** Sessions do not travel in the clear to another machine. */
function serverAt(address: string): Outcome<string, 'usage'> {
  const url = URL.parse(address)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url?.hostname ?? '')
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere)
    ? ok(url.origin)
    : refuse(
        'usage',
        `desk needs the address of a server, such as https://desk.example.org, found "${address}"`,
      )
}
