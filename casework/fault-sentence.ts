import type { ExhibitFile, FixityFault } from '@corroborate/testimony'
import { say, type Args } from '@corroborate/words'

interface FaultFound {
  readonly code: string
  readonly file: Pick<ExhibitFile, 'name' | 'receivedAt'>
  readonly fault: FixityFault
  readonly at: string
}

/** What a check found wrong with a file, as a sentence that names it, what was expected and what was found. */
export function faultSentence(found: FaultFound): string {
  return say('en', `exhibit.fault.${found.fault.kind}`, faultNamed(found))
}

/** What that sentence names, for whoever says it in another language. */
export function faultNamed({ code, file, fault, at }: FaultFound): Args {
  const named = { code, name: file.name, received: file.receivedAt.slice(0, 10), at }
  return fault.kind === 'missing' ? named : { ...named, found: fault.sha256 }
}
