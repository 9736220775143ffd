import type { SentenceRef } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import styles from '../styles/matter.module.css'
import { SentenceLink } from './links.tsx'
import { Section } from './page.tsx'

/** The sentences of the reports that rest on what the reader looks at; of translations, the one in the reader's language. */
export function CitedBy({ sentences }: { readonly sentences: readonly SentenceRef[] }) {
  const { say, locale } = useTongue()
  const mine = sentences.filter((sentence) => sentence.locale === locale)
  const shown = mine.length === 0 ? sentences : mine
  if (sentences.length === 0) return null
  return (
    <Section title={say('desk.cited-by')}>
      <ul className={styles.cited}>
        {shown.map((sentence) => (
          <li key={`${sentence.report}/${sentence.anchor}`}>
            <SentenceLink sentence={sentence} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
