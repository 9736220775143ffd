import type { ExhibitFile, FixityFault } from '@corroborate/testimony'
import { say } from '@corroborate/words'

/** What a check found wrong with a file, as a sentence that names it, what was expected and what was found. */
export function faultSentence(found: {
  readonly code: string
  readonly file: Pick<ExhibitFile, 'name' | 'receivedAt'>
  readonly fault: FixityFault
  readonly at: string
}): string {
  const { code, file, fault, at } = found
  const named = { code, name: file.name, received: file.receivedAt.slice(0, 10), at }
  return fault.kind === 'missing'
    ? say('en', 'exhibit.fault.missing', named)
    : say('en', 'exhibit.fault.altered', { ...named, found: fault.sha256 })
}
