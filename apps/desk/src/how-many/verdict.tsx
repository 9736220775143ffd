import { printNumber, printRange, type Words } from '@corroborate/base'
import { cautionInWords, type Caution, type ListStudy, type Verdict } from '@corroborate/estimate'
import { useTongue } from '../locale.tsx'
import { InWords } from '../parts/in-words.tsx'
import { Num, RangeText } from '../parts/numbers.tsx'
import styles from '../styles/how-many.module.css'

interface VerdictProps {
  readonly study: Pick<ListStudy, 'verdict' | 'overlap'>
  readonly unit: Words
}

/** What the lists carry, in words first: an interval, a least number, or that it cannot be said; and what is documented, apart. */
export function VerdictText({ study, unit }: VerdictProps) {
  const { verdict, overlap } = study
  return (
    <div className={styles.verdict}>
      <p className={styles.said} data-kind={verdict.kind}>
        <VerdictSentence verdict={verdict} />
        <span className={styles.unit}>
          <InWords words={unit} />
        </span>
      </p>
      <VerdictMeaning verdict={verdict} />
      <TwoNumbers verdict={verdict} observed={overlap.observed} />
    </div>
  )
}

/** "7,000 to 14,900", "At least 6,210", "Cannot say how many". */
export function VerdictSentence({ verdict }: { readonly verdict: Verdict }) {
  const { say } = useTongue()
  if (verdict.kind === 'interval') return <RangeText range={verdict.interval} />
  if (verdict.kind === 'cannot-say') return <span>{say('desk.verdict.cannot-say')}</span>
  return (
    <span>
      {say('desk.verdict.at-least')} <Num value={verdict.least} />
    </span>
  )
}

function VerdictMeaning({ verdict }: { readonly verdict: Verdict }) {
  const { say, locale } = useTongue()
  if (verdict.kind === 'interval') {
    const level = printNumber(locale, Math.round(verdict.level * 100))
    return (
      <p className={styles.meaning}>
        {say('estimate.verdict.interval-meaning', { level, point: printNumber(locale, verdict.point) })}
      </p>
    )
  }
  if (verdict.kind === 'cannot-say')
    return <p className={styles.meaning}>{say('estimate.verdict.cannot-say-meaning')}</p>
  return (
    <p className={styles.meaning}>
      {say('estimate.verdict.at-least-meaning')}{' '}
      {verdict.interval === null
        ? null
        : say('estimate.verdict.at-least-range', { range: printRange(locale, verdict.interval) })}
    </p>
  )
}

/** Documented and estimated: two numbers that are never mixed. */
function TwoNumbers({ verdict, observed }: { readonly verdict: Verdict; readonly observed: number }) {
  const { say } = useTongue()
  return (
    <dl className={styles.apart}>
      <div data-look="documented">
        <dt>{say('desk.verdict.documented')}</dt>
        <dd>
          <Num value={observed} />
        </dd>
        <dd className={styles.gloss}>{say('desk.verdict.documented.note')}</dd>
      </div>
      <div data-look="estimated">
        <dt>{say('desk.verdict.estimated')}</dt>
        <dd>
          <Unseen verdict={verdict} observed={observed} />
        </dd>
        <dd className={styles.gloss}>{say('desk.verdict.estimated.note')}</dd>
      </div>
    </dl>
  )
}

/** People on no list: what the verdict gives beyond those who are documented. */
function Unseen({ verdict, observed }: { readonly verdict: Verdict; readonly observed: number }) {
  const { say } = useTongue()
  if (verdict.kind === 'cannot-say') return <>{say('desk.verdict.unseen.cannot-say')}</>
  if (verdict.kind === 'at-least')
    return (
      <>
        {say('desk.verdict.at-least.small')} <Num value={Math.max(0, verdict.least - observed)} />
      </>
    )
  const { min, max } = verdict.interval
  return <RangeText range={{ min: Math.max(0, min - observed), max: max - observed }} />
}

/** Warnings and reasons as sentences, each once. */
export function Cautions({ cautions }: { readonly cautions: readonly Caution[] }) {
  const { locale } = useTongue()
  const sentences = [...new Set(cautions.map((caution) => cautionInWords(locale, caution)))]
  return (
    <ul className={styles.cautions}>
      {sentences.map((sentence) => (
        <li key={sentence} dir="auto">
          {sentence}
        </li>
      ))}
    </ul>
  )
}
