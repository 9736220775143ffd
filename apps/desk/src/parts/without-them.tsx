import { useQuery } from '@tanstack/react-query'
import { Button } from 'react-aria-components'
import { withoutOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import bar from '../styles/coding.module.css'
import styles from '../styles/matter.module.css'
import { Code, InWords } from './in-words.tsx'
import { EstimateLink, FindingLink, useInvestigation } from './links.tsx'
import { StandingBadge } from './standing-badge.tsx'

interface WithoutThemProps {
  readonly sources: readonly string[]
  readonly onBelieve: () => void
}

/** What would move if these sources were not believed. */
export function WithoutThem({ sources, onBelieve }: WithoutThemProps) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data } = useQuery({ ...withoutOf(investigation, sources), enabled: sources.length > 0 })
  if (sources.length === 0) return <p className={styles.quiet}>{say('work.without.note')}</p>
  return (
    <section className={bar.bar} aria-label={say('work.without.title')}>
      <div role="status">
        <h3>{say('work.without.title')}</h3>
        {data === undefined ? null : (
          <>
            <p>{say('work.without.claims', { claims: data.claims.length })}</p>
            <p>
              {say('work.without.moved', { findings: data.findings.length, figures: data.figures.length })}
            </p>
            <ul className={styles.reasons}>
              {data.findings.map(({ row, before, after, falls }) => (
                <li key={row.id}>
                  <FindingLink id={row.id}>
                    <Code>{row.code}</Code>
                  </FindingLink>{' '}
                  <InWords words={row.proposition} /> <StandingBadge standing={before} />{' '}
                  {say(falls ? 'work.without.falls' : 'work.without.becomes')}{' '}
                  <StandingBadge standing={after} />
                </li>
              ))}
              {data.figures.map(({ id, code, question, lost, left }) => (
                <li key={id}>
                  <EstimateLink id={id}>
                    <Code>{code}</Code>
                  </EstimateLink>{' '}
                  <InWords words={question} /> {say('work.without.figure', { lost, left })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div>
        <Button className="button" onPress={onBelieve}>
          {say('work.without.undo')}
        </Button>
      </div>
    </section>
  )
}
