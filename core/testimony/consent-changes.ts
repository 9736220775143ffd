import type { Consent } from './interview.ts'

type Allowed = Consent['allows'][number]

/** What one version of a consent allows, or has concealed, and the one before did not, and the other way about. */
export interface ConsentChanges {
  readonly added: readonly Allowed[]
  readonly dropped: readonly Allowed[]
  readonly concealed: Consent['conceal']
  readonly shown: Consent['conceal']
}

type Given = Pick<Consent, 'allows' | 'conceal'>

/** @param before null where there was none: then all is new */
export function consentChanges(before: Given | null, after: Given): ConsentChanges {
  const { allows, conceal } = before ?? { allows: [], conceal: [] }
  return {
    added: after.allows.filter((one) => !isAllowed(allows, one)),
    dropped: allows.filter((one) => !isAllowed(after.allows, one)),
    concealed: after.conceal.filter((what) => !conceal.includes(what)),
    shown: conceal.filter((what) => !after.conceal.includes(what)),
  }
}

/** Whether a list says so in so many words. Whether something may be done is asked of `permits` alone. */
export function isAllowed(allows: Consent['allows'], { purpose, recipient }: Allowed): boolean {
  return allows.some((one) => one.purpose === purpose && one.recipient === recipient)
}
