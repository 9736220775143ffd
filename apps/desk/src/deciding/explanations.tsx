import { readExplanations, type HypothesesReading } from '@corroborate/findings'
import type { ClaimId, Words } from '@corroborate/base'
import type { ClaimRow, FindingView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { MomentText } from '../parts/day.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { ClaimLink } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { Section } from '../parts/page.tsx'
import styles from '../styles/matter.module.css'
import { claimsBeneath, RATINGS, useExplanationName } from './explanation-names.ts'
import { WeighExplanations } from './weigh-explanations.tsx'

type Kept = NonNullable<FindingView['explanations']>

interface ExplanationsProps {
  readonly view: FindingView
  /** Sources that are not believed for the moment. */
  readonly aside: readonly string[]
}

/** What else could explain the claims of a finding: as it was weighed, and the form to weigh it. Who may not weigh sees it only when somebody has. */
export function Explanations({ view, aside }: ExplanationsProps) {
  const { say } = useTongue()
  const may = useMay('find')
  const kept = view.explanations
  if (kept === null && !may) return null
  return (
    <Section title={say('work.explain')} note={say('work.explain.note')}>
      {kept === null ? null : <Weighed {...{ view, kept, aside }} />}
      {may ? <WeighExplanations key={kept?.at ?? ''} view={view} /> : null}
    </Section>
  )
}

function Weighed({ view, kept, aside }: ExplanationsProps & { readonly kept: Kept }) {
  const { say } = useTongue()
  const without = claimsOf(view.matrix, aside)
  const reading = readExplanations(kept, without)
  if (!reading.ok) return null
  return (
    <>
      <Leading reading={reading.value} words={[view.row.proposition, ...kept.others]} />
      {without.size === 0 ? null : <p role="status">{say('work.explain.without')}</p>}
      <Evidence {...{ view, kept }} reading={reading.value} />
      <p className={styles.quiet}>
        {say('work.explain.by')} <bdi>{kept.by}</bdi> · <MomentText time={kept.at} />
      </p>
    </>
  )
}

function claimsOf(matrix: FindingView['matrix'], sources: readonly string[]): ReadonlySet<ClaimId> {
  const rows = matrix.flatMap((group) => group.rows).filter(({ source }) => sources.includes(source.id))
  return new Set(rows.flatMap(({ cells }) => cells.map(({ claim }) => claim)))
}

interface LeadingProps {
  readonly reading: HypothesesReading
  readonly words: readonly Words[]
}

/** The explanations, the one with the least against it first. */
function Leading({ reading, words }: LeadingProps) {
  const { say } = useTongue()
  const name = useExplanationName()
  return (
    <ol className={styles.reasons}>
      {reading.hypotheses.map(({ hypothesis, inconsistency, unrated }) => (
        <li key={hypothesis}>
          {name(Number(hypothesis))}: <OneOfThem words={words[Number(hypothesis)]} />{' '}
          <span className={styles.quiet}>
            {say('work.explain.inconsistency', { inconsistency })}
            {unrated === 0 ? null : `${say('desk.list.comma')}${say('work.explain.unrated', { unrated })}`}
          </span>{' '}
          {reading.leading.includes(hypothesis) ? (
            <span className={styles.mark}>{say('work.explain.leads')}</span>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function OneOfThem({ words }: { readonly words: Words | undefined }) {
  return words === undefined ? null : <InWords words={words} />
}

interface EvidenceProps {
  readonly view: FindingView
  readonly kept: Kept
  readonly reading: HypothesesReading
}

/** Each claim with how it sits with each explanation. What sits with all alike is dimmed: it may be true, and tells nothing. */
function Evidence({ view, kept, reading }: EvidenceProps) {
  const { say } = useTongue()
  const name = useExplanationName()
  const rows = new Map(kept.rows.map((row) => [String(row.claim), row.cells]))
  const claims = new Map(claimsBeneath(view.matrix).map((row) => [String(row.id), row]))
  type Row = HypothesesReading['evidence'][number]
  const look = ({ isDiagnostic, decides }: Row) => (isDiagnostic || decides ? undefined : styles.quiet)
  const columns: readonly Column<Row>[] = [
    {
      name: 'claim',
      head: say('work.explain.claim'),
      look: 'main',
      cell: (row) => <Named {...row} claim={claims.get(row.evidence)} />,
    },
    ...Array.from({ length: kept.others.length + 1 }, (_, nth) => ({
      name: `explanation-${nth}`,
      head: name(nth),
      cell: (row: Row) => {
        const { rating = null, reason = null } = rows.get(row.evidence)?.[nth] ?? {}
        return (
          <span className={look(row)}>
            {say(`work.explain.rating.${rating === null ? 'unrated' : RATINGS[rating]}`)}
            {reason === null ? null : <q dir="auto">{reason}</q>}
          </span>
        )
      },
    })),
  ]
  return (
    <DataTable
      label={say('work.explain')}
      columns={columns}
      rows={reading.evidence}
      keyOf={({ evidence }) => evidence}
    />
  )
}

interface NamedProps extends Pick<HypothesesReading['evidence'][number], 'isDiagnostic' | 'decides'> {
  readonly claim: ClaimRow | undefined
}

/** A claim, and what it does among the explanations. */
function Named({ claim, isDiagnostic, decides }: NamedProps) {
  const { say } = useTongue()
  const does = decides ? 'decides' : isDiagnostic ? 'tells' : 'alike'
  return (
    <div className={styles.assertion}>
      {claim === undefined ? null : (
        <p>
          <ClaimLink id={claim.id}>
            <Code>{claim.code}</Code>
          </ClaimLink>{' '}
          <InWords words={claim.proposition} />
        </p>
      )}
      <p className={styles.quiet}>{say(`work.explain.${does}`)}</p>
    </div>
  )
}
