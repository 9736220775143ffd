import { Link } from '@tanstack/react-router'
import type { LinkageRunView, LinkageSummary } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Section } from '../parts/page.tsx'
import styles from '../styles/linkage.module.css'

interface ChangesProps {
  readonly view: LinkageRunView
  readonly summary: LinkageSummary
}

/** What new lists did to the clusters before them: which are one now, which are several; what was judged stays judged. */
export function RunChanges({ view: { row }, summary: { changes } }: ChangesProps) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  if (changes === null || row.grows === null) return null
  const { counts, merged, split } = changes
  return (
    <Section title={say('desk.grow.changes')} note={say('desk.grow.changes.note')}>
      <p>
        {say('desk.grow.changes.grown', { clusters: counts.grown })}{' '}
        {say('desk.grow.changes.fresh', { clusters: counts.fresh })}{' '}
        {say(`desk.grow.model-is.${row.grows.model}`)}{' '}
        <Link to="/i/$investigation/lists/runs/$run" params={{ investigation, run: row.grows.run }}>
          {say('desk.grow.before')}
        </Link>
      </p>
      <p>{say('desk.grow.changes.merged', { clusters: counts.merged })}</p>
      <ul className={styles.changes}>
        {merged.map(({ kept, gone }) => (
          <li key={kept}>
            <Names of={gone} /> → <ClusterLink run={row.id} name={kept} />
          </li>
        ))}
      </ul>
      <p>{say('desk.grow.changes.split', { clusters: counts.split })}</p>
      <ul className={styles.changes}>
        {split.map(({ kept, parts }) => (
          <li key={kept}>
            <ClusterLink run={row.id} name={kept} /> + <Names of={parts} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Names({ of }: { readonly of: readonly string[] }) {
  return of.map((name, at) => (
    <span key={name}>
      {at === 0 ? null : ' + '}
      <bdi className="code">{name}</bdi>
    </span>
  ))
}

function ClusterLink({ run, name }: { readonly run: string; readonly name: string }) {
  const investigation = useInvestigation()
  return (
    <Link to="/i/$investigation/lists/runs/$run/cluster" params={{ investigation, run }} search={{ name }}>
      <bdi className="code">{name}</bdi>
    </Link>
  )
}
