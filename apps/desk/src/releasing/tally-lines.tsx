import { tallyInWords, type FlagTally } from '@corroborate/disclosure'
import { useTongue } from '../locale.tsx'
import styles from '../styles/release.module.css'

/** How many flags of which kind: all that leaves the browser of a check. */
export function TallyLines({ flags }: { readonly flags: readonly FlagTally[] }) {
  const { say, locale } = useTongue()
  if (flags.length === 0) return <p className={styles.quiet}>{say('release.tally.none')}</p>
  return (
    <ul className={styles.tally}>
      {flags.map((tally) => (
        <li key={`${tally.kind} ${tally.part}`}>{tallyInWords(locale, tally)}</li>
      ))}
    </ul>
  )
}
