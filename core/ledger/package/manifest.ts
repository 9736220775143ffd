import { ok, refuse, type Outcome, type Refusal } from '@corroborate/base'
import { nameFault } from './bag-name.ts'
import { digestNamed, isDigestText, type DigestName } from './digests.ts'

export type ManifestFault = 'malformed-manifest' | 'listed-twice' | 'unsafe-name' | 'unknown-digest'

/** A manifest: the digest of each file that it lists. */
export interface Manifest {
  readonly file: string
  readonly digest: DigestName
  readonly of: 'payload' | 'tags'
  readonly listed: ReadonlyMap<string, string>
}

/** Which manifest a file is by its name; null when it is none. */
export function manifestNamed(
  file: string,
): Outcome<Pick<Manifest, 'digest' | 'of'>, 'unknown-digest'> | null {
  const [, tag, name = ''] = /^(tag)?manifest-([a-z0-9]+)\.txt$/.exec(file) ?? []
  if (name === '') return null
  const digest = digestNamed(name)
  if (digest === null)
    return refuse('unknown-digest', `${file} is of ${name}, a digest that is not known here`)
  return ok({ digest, of: tag === undefined ? 'payload' : 'tags' })
}

/** One line for each file, in the order of their names, as `sha256sum -c` reads it. */
export function writeManifest(listed: readonly { readonly name: string; readonly digest: string }[]): string {
  const lines = listed.map(({ name, digest }) => `${digest}  ${encodedName(name)}\n`)
  return lines.join('')
}

/**
 * A manifest from its text.
 * @param how.strict as we write it: two spaces, lower case, plain newlines, names in NFC. Otherwise as bags of any version have it.
 * @param how.percents whether `%25` stands for a percent sign, as from BagIt 1.0 on
 * @see RFC 8493, section 2.1.3
 */
export function readManifest(
  text: string,
  { file, digest, of }: Omit<Manifest, 'listed'>,
  how: { readonly strict: boolean; readonly percents: boolean },
): Outcome<Manifest, ManifestFault> {
  const listed = new Map<string, string>()
  const lines = text.split(how.strict ? '\n' : /\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  for (const [i, line] of lines.entries()) {
    const at = `line ${i + 1} of ${file}`
    const [, found = '', written = ''] = (how.strict ? STRICT : LENIENT).exec(line) ?? []
    if (!isDigestText(found.toLowerCase(), digest))
      return refuse('malformed-manifest', `${at} is not a ${digest} digest and a name`)
    const name = decodedName(written, how.percents)
    const fault = faultOfListed(name, of) ?? (how.strict ? faultOfStrict(name) : null)
    if (fault !== null) return refuse('unsafe-name', `${at}: "${name}" ${fault}`)
    if (listed.has(name)) return refuse('listed-twice', `${at}: "${name}" is listed a second time`)
    listed.set(name, found.toLowerCase())
  }
  return ok({ file, digest, of, listed })
}

const STRICT = /^([0-9a-f]+) {2}(.+)$/
const LENIENT = /^([0-9A-Fa-f]+)[ \t]+\*?(.+)$/

/** The names that a `fetch.txt` asks for: they may lead out of the bag as any other, and none is fetched. */
export function fetchFault(text: string): Refusal<'unsafe-name'> | null {
  for (const line of text.split(/\r\n|\n|\r/).filter((one) => one !== '')) {
    const [, written = ''] = /^\S+[ \t]+\S+[ \t]+(.+)$/.exec(line) ?? []
    const fault = faultOfListed(decodedName(written, true), 'payload')
    if (fault !== null) return refuse('unsafe-name', `fetch.txt: "${written}" ${fault}`)
  }
  return null
}

function faultOfListed(name: string, of: Manifest['of']): string | null {
  const fault = nameFault(name)
  if (fault !== null) return fault
  if (of === 'payload') return name.startsWith('data/') ? null : 'is not below data/'
  return name.startsWith('data/') ? 'is below data/, and a tag manifest lists no payload' : null
}

function faultOfStrict(name: string): string | null {
  return name === name.normalize('NFC') ? null : 'is not written in Unicode normal form C'
}

function encodedName(name: string): string {
  return name.replace(/%/g, '%25').replace(/\n/g, '%0A').replace(/\r/g, '%0D')
}

function decodedName(written: string, percents: boolean): string {
  const bare = written.replace(/^(\.\/)+/, '')
  return bare.replace(/%(0A|0D|25)/gi, (found) => {
    const code = found.slice(1).toUpperCase()
    if (code === '25') return percents ? '%' : found
    return code === '0A' ? '\n' : '\r'
  })
}
