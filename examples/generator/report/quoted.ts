import type { Locale } from '@corroborate/base'
import type { Investigation } from '@corroborate/report'
import type { Quoted } from './english.ts'

/** The first passages in the report's language whose witnesses let everybody quote them. */
export function quotedIn(investigation: Investigation, language: Locale): Quoted {
  return {
    seen: firstOn(investigation, language, { topic: 'night-removals', basis: 'saw' }),
    family: firstOn(investigation, language, { topic: 'families-without-answer', basis: 'took-part' }),
  }
}

function firstOn(
  { claims, consents, texts, passages }: Investigation,
  language: Locale,
  wanted: { readonly topic: string; readonly basis: string },
): string {
  const open = new Set(
    consents
      .filter(({ allows, withdrawnAt }) => withdrawnAt === null && allows.some(isPublicQuotation))
      .map(({ witness }) => witness),
  )
  const inLanguage = new Set(texts.filter((text) => text.language === language).map(({ id }) => id))
  const claim = claims.find(
    ({ topic, basis, source, passages: [passage] }) =>
      topic === wanted.topic &&
      basis.kind === wanted.basis &&
      open.has(source) &&
      passages.some(({ id, text }) => id === passage && inLanguage.has(text)),
  )
  const passage = passages.find(({ id }) => id === claim?.passages[0])
  if (passage === undefined)
    throw new Error(`nobody lets a passage on ${wanted.topic} be quoted in ${language}`)
  return passage.code
}

function isPublicQuotation({
  purpose,
  recipient,
}: Investigation['consents'][number]['allows'][number]): boolean {
  return purpose === 'quotation' && recipient === 'public'
}
