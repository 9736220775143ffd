import { ok, refuse, type Outcome } from '@corroborate/base'

/** An authority that is asked for time-stamps, and where the certificates lie by which it is believed. */
export interface AuthorityNamed {
  readonly url: string
  /** A file in PEM, relative to the file that names it. */
  readonly roots: string
}

/**
 * The authorities of a file: one a line, its address and the file of its roots. Empty lines and what follows `#` do not count. Refuses with
 * the line: who believes he is stamped by two shall not be stamped by one.
 */
export function readAuthorities(text: string): Outcome<readonly AuthorityNamed[], 'bad-line'> {
  const authorities: AuthorityNamed[] = []
  for (const [i, line] of text.split('\n').entries()) {
    const [url, roots, ...rest] = line.replace(/#.*/, '').trim().split(/\s+/)
    if (!url) continue
    const bad = (detail: string) => refuse('bad-line', `line ${i + 1}: ${detail}`)
    if (!isWebAddress(url)) return bad(`expected the address of an authority, found “${url}”`)
    if (!roots || rest.length > 0)
      return bad('expected an address and the file of its roots, with a space between')
    if (authorities.some((one) => one.url === url)) return bad(`“${url}” stands there twice`)
    authorities.push({ url, roots })
  }
  return ok(authorities)
}

function isWebAddress(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '')
}
