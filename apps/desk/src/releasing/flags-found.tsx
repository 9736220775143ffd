import { Link } from '@tanstack/react-router'
import { printNumber } from '@corroborate/base'
import { blocks, flagInWords, type Flag } from '@corroborate/disclosure'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import styles from '../styles/release.module.css'

interface FlagsFoundProps {
  readonly flags: readonly Flag[]
  /** Of which the sentences stand on the desk; null of a package. */
  readonly report: string | null
}

/** What the check found, kind by kind, each with its sentence and its place; what stops it apart from what is only shown. */
export function FlagsFound({ flags, report }: FlagsFoundProps) {
  const { say, locale } = useTongue()
  if (flags.length === 0) return <p className={styles.clear}>{say('release.clear')}</p>
  const kinds = [...Map.groupBy(flags, ({ kind }) => kind)]
  return (
    <ul className={styles.kinds}>
      {kinds.map(([kind, found]) => (
        <li key={kind} data-stops={blocks({ kind })}>
          <h3>
            {say(`release.kind.${kind}`)}{' '}
            <span className={styles.count}>{printNumber(locale, found.length)}</span>{' '}
            {blocks({ kind }) ? <strong>{say('release.stops')}</strong> : null}
          </h3>
          <ul>
            {found.map((flag, at) => (
              <OneFlag key={at} flag={flag} report={report} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function OneFlag({ flag, report }: { readonly flag: Flag; readonly report: string | null }) {
  const { locale } = useTongue()
  const { what, where } = flagInWords(locale, flag)
  return (
    <li>
      <span dir="auto">{what}</span>{' '}
      <span className={styles.quiet}>
        · <Place flag={flag} report={report} where={where} />
      </span>
    </li>
  )
}

/** Sentences, headings and parts stand on the desk under the very anchor. */
function Place({
  flag,
  report,
  where,
}: {
  readonly flag: Flag
  readonly report: string | null
  readonly where: string
}) {
  const investigation = useInvestigation()
  const { part, at } = flag.place
  if (report === null || part !== 'text' || at === '') return <bdi>{where}</bdi>
  return (
    <Link
      to="/i/$investigation/reports/$report"
      params={{ investigation, report }}
      search={{ from: undefined }}
      hash={at}
    >
      <bdi>{where}</bdi>
    </Link>
  )
}
