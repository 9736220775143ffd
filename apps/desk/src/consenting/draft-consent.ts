import { isDay } from '@corroborate/base'
import { isAllowed, type Consent } from '@corroborate/testimony'
import { holds } from '../api.ts'
import { missing, type Faults } from '../how-many/ask/draft.ts'

/** A consent as it is being filled in with a witness. */
export type DraftConsent = Pick<Consent, 'allows' | 'conceal' | 'explainedBy' | 'language'> & {
  readonly givenAt: string
}

/** A draft that was kept; null where it is none. */
export function consentKept(kept: unknown): DraftConsent | null {
  return holds<DraftConsent>(kept, ['allows', 'conceal', 'explainedBy', 'language', 'givenAt']) ? kept : null
}

/** The newest consent, unless the witness has withdrawn it. */
export function inForceOf(consents: readonly Consent[]): Consent | null {
  const newest = consents.toSorted((a, b) => b.version - a.version)[0]
  return newest?.withdrawnAt === null ? newest : null
}

/** Begins from what is in force; else from nothing: what nobody asked about is not allowed. */
export function draftFrom(
  held: Consent | null,
  by: Pick<DraftConsent, 'explainedBy' | 'language' | 'givenAt'>,
): DraftConsent {
  return { allows: held?.allows ?? [], conceal: held?.conceal ?? [], ...by }
}

export function allowing(
  draft: DraftConsent,
  one: Consent['allows'][number],
  on: boolean,
): Pick<DraftConsent, 'allows'> {
  const others = draft.allows.filter((other) => !isAllowed([one], other))
  return { allows: on ? [...others, one] : others }
}

export function concealing(
  draft: DraftConsent,
  what: Consent['conceal'][number],
  on: boolean,
): Pick<DraftConsent, 'conceal'> {
  const others = draft.conceal.filter((other) => other !== what)
  return { conceal: on ? [...others, what] : others }
}

export function faultsOfConsent({ explainedBy, language, givenAt }: DraftConsent): Faults {
  return {
    ...(explainedBy.trim() === '' ? { explainedBy: missing('explainer') } : {}),
    ...(language.trim() === '' ? { language: missing('language') } : {}),
    ...(isDay(givenAt.trim()) ? {} : { givenAt: missing('day') }),
  }
}
