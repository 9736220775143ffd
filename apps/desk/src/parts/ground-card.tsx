import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isPatternRequest, type OverlapRequest } from '@corroborate/estimate'
import type { ClaimRow } from '@corroborate/server/api'
import type { ResolvedGround } from '@corroborate/report'
import { claimOf, estimateOf, findingOf, listsOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { claimsOfEstimate } from '../reading/claims-of-estimate.ts'
import styles from '../styles/panel.module.css'
import { BasisText, PassageLinks } from './claim-table.tsx'
import { Code, InWords } from './in-words.tsx'
import { LeadNumber } from './lead-number.tsx'
import { ClaimLink, EstimateLink, FindingLink, SourceLink, useInvestigation } from './links.tsx'
import { StandingInFull } from './standing-badge.tsx'

interface GroundCardProps {
  readonly ground: ResolvedGround
  /** Where the walk began, carried by every link from here. */
  readonly from: string
}

/** One ground of a sentence, with the claims beneath it and their words: two presses from the sentence to the passage. */
export function GroundCard({ ground, from }: GroundCardProps) {
  switch (ground.kind) {
    case 'finding':
      return <FindingGround id={ground.id} code={ground.code} label={ground.label} from={from} />
    case 'claim':
      return <ClaimGround id={ground.id} code={ground.code} label={ground.label} from={from} />
    case 'estimate':
      return <EstimateGround id={ground.id} code={ground.code} label={ground.label} from={from} />
  }
}

interface GroundProps {
  readonly id: string
  readonly code: string
  readonly label: string
  readonly from: string
}

function FindingGround({ id, code, label, from }: GroundProps) {
  const { say } = useTongue()
  const { data } = useQuery(findingOf(useInvestigation(), id))
  const claims = data?.groups.flatMap((group) => group.claims) ?? []
  const against = data?.against.map((entry) => entry.claim) ?? []
  return (
    <Card
      head={
        <FindingLink id={id} from={from}>
          {say('desk.finding')} <Code>{code}</Code>
        </FindingLink>
      }
      label={data === undefined ? label : <InWords words={data.row.proposition} />}
    >
      {data === undefined ? null : <StandingInFull standing={data.row.standing} />}
      <ClaimList title={say('desk.finding.carried-by')} claims={claims} from={from} />
      <ClaimList title={say('desk.finding.spoken-against')} claims={against} from={from} />
    </Card>
  )
}

function ClaimGround({ id, code, label, from }: GroundProps) {
  const { say } = useTongue()
  const { data } = useQuery(claimOf(useInvestigation(), id))
  return (
    <Card
      head={
        <ClaimLink id={id} from={from}>
          {say('desk.claim')} <Code>{code}</Code>
        </ClaimLink>
      }
      label={data === undefined ? label : <InWords words={data.row.proposition} />}
    >
      {data === undefined ? null : (
        <>
          <p className={styles.who}>
            <SourceLink source={data.row.source} /> <BasisText basis={data.row.basis} />
          </p>
          <PassageLinks claim={data.row} from={from} />
        </>
      )}
    </Card>
  )
}

function EstimateGround({ id, code, label, from }: GroundProps) {
  const { say } = useTongue()
  const { data } = useQuery(estimateOf(useInvestigation(), id))
  const claims = data === undefined ? { read: [], beside: [] } : claimsOfEstimate(data)
  return (
    <Card
      head={
        <EstimateLink id={id} from={from}>
          {say('desk.estimate')} <Code>{code}</Code>
        </EstimateLink>
      }
      label={data === undefined ? label : <InWords words={data.question} />}
    >
      {data === undefined ? null : <LeadNumber view={data} show="answer" />}
      <ClaimList title={say('desk.estimate.claims')} claims={claims.read} from={from} />
      <ClaimList title={say('desk.estimate.claims-beside')} claims={claims.beside} from={from} />
      {data === undefined || isPatternRequest(data.request) ? null : (
        <ListsRead overlap={data.request.overlap} />
      )}
    </Card>
  )
}

/** What an estimate of lists goes back to: the lists with their rows, or who counted them. */
function ListsRead({ overlap }: { readonly overlap: OverlapRequest }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data } = useQuery(listsOf(investigation))
  if (overlap.kind === 'table') return <InWords words={overlap.source} />
  return (
    <>
      <h3 className={styles.listHead}>{say('desk.lists')}</h3>
      <ul className={styles.claims}>
        {overlap.lists.map((list) => {
          const card = data?.lists.find(({ id }) => id === list)
          return (
            <li key={list}>
              <Link to="/i/$investigation/lists/$list" params={{ investigation, list }}>
                {card === undefined ? <Code>{list}</Code> : <InWords words={card.title} />}
              </Link>
            </li>
          )
        })}
      </ul>
    </>
  )
}

interface CardProps {
  readonly head: ReactNode
  readonly label: ReactNode
  readonly children: ReactNode
}

function Card({ head, label, children }: CardProps) {
  return (
    <article className={styles.card}>
      <p className={styles.cardHead}>{head}</p>
      <p className={styles.cardLabel}>{label}</p>
      {children}
    </article>
  )
}

interface ClaimListProps {
  readonly title: string
  readonly claims: readonly ClaimRow[]
  readonly from: string
}

function ClaimList({ title, claims, from }: ClaimListProps) {
  if (claims.length === 0) return null
  return (
    <>
      <h3 className={styles.listHead}>{title}</h3>
      <ul className={styles.claims}>
        {claims.map((claim) => (
          <li key={claim.id}>
            <p className={styles.who}>
              <ClaimLink id={claim.id} from={from}>
                <Code>{claim.code}</Code>
              </ClaimLink>{' '}
              <SourceLink source={claim.source} /> <BasisText basis={claim.basis} />
            </p>
            <PassageLinks claim={claim} from={from} />
          </li>
        ))}
      </ul>
    </>
  )
}
