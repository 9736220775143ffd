import { isPrimary } from '@corroborate/claims'
import type { ClaimRow } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import styles from '../styles/matter.module.css'
import { DataTable, type Column } from './data-table.tsx'
import { WhenText } from './day.tsx'
import { Code, InWords } from './in-words.tsx'
import { ClaimLink, PassageLink, SourceLink } from './links.tsx'
import { QuantityText } from './numbers.tsx'

interface ClaimTableProps {
  readonly label: string
  readonly claims: readonly ClaimRow[]
  /** Left out where every row would say the same. */
  readonly without?: 'source'
}

/** Claims, one a line: what is asserted, by whom, how they know, and the words in the text. */
export function ClaimTable({ label, claims, without }: ClaimTableProps) {
  const columns = useColumns(claims).filter((column) => column.name !== without)
  return <DataTable label={label} columns={columns} rows={claims} keyOf={(claim) => claim.id} />
}

/** A column that would be empty from top to bottom is left out. */
function useColumns(claims: readonly ClaimRow[]): readonly Column<ClaimRow>[] {
  const { say } = useTongue()
  const columns: readonly Column<ClaimRow>[] = [
    { name: 'code', head: say('desk.claim.code'), look: 'tight', cell: codeCell },
    { name: 'proposition', head: say('desk.claim.asserts'), look: 'main', cell: assertionCell },
    {
      name: 'source',
      head: say('desk.claim.source'),
      look: 'tight',
      cell: (claim) => <SourceLink source={claim.source} />,
    },
    {
      name: 'basis',
      head: say('desk.claim.basis'),
      cell: (claim) => <BasisText basis={claim.basis} />,
    },
    { name: 'when', head: say('desk.claim.when'), cell: whenCell },
    { name: 'quantity', head: say('desk.claim.quantity'), look: 'number', cell: quantityCell },
  ]
  const timed = claims.some((claim) => claim.when !== null)
  const counted = claims.some((claim) => claim.quantity !== null)
  return columns.filter(({ name }) => (timed || name !== 'when') && (counted || name !== 'quantity'))
}

function codeCell(claim: ClaimRow) {
  return (
    <ClaimLink id={claim.id}>
      <Code>{claim.code}</Code>
    </ClaimLink>
  )
}

function assertionCell(claim: ClaimRow) {
  return (
    <div className={styles.assertion}>
      <p>
        <InWords words={claim.proposition} /> <ClaimMarks claim={claim} />
      </p>
      <PassageLinks claim={claim} />
    </div>
  )
}

function whenCell(claim: ClaimRow) {
  return claim.when === null ? null : <WhenText edtf={claim.when} />
}

function quantityCell(claim: ClaimRow) {
  return claim.quantity === null ? null : <QuantityText quantity={claim.quantity} />
}

/** How the speaker knows, in a word; knowledge at first hand is marked. */
export function BasisText({ basis }: { readonly basis: ClaimRow['basis'] }) {
  const { say } = useTongue()
  return (
    <span className={styles.basis} data-first-hand={isPrimary({ kind: basis })}>
      {say(`basis.${basis}`)}
      {isPrimary({ kind: basis }) ? (
        <>
          {' '}
          <span className={styles.firstHand}>{say('desk.first-hand')}</span>
        </>
      ) : null}
    </span>
  )
}

/** What sets a claim apart from an accepted, affirmed one that nothing speaks against. */
export function ClaimMarks({ claim }: { readonly claim: ClaimRow }) {
  const { say } = useTongue()
  const marks = [
    claim.contradicted ? { name: say('desk.claim.contradicted'), alarm: true } : null,
    claim.polarity === 'affirmed' ? null : { name: say(`polarity.${claim.polarity}`), alarm: false },
    claim.status === 'accepted' ? null : { name: say(`claim-status.${claim.status}`), alarm: false },
  ].filter((mark) => mark !== null)
  return marks.map((mark) => (
    <span key={mark.name} className={styles.mark} data-alarm={mark.alarm}>
      {mark.name}
    </span>
  ))
}

/** The exact words that a claim rests on, each leading into its text. */
export function PassageLinks({
  claim,
  from,
}: {
  readonly claim: ClaimRow
  readonly from?: string | undefined
}) {
  return (
    <span className={styles.passages}>
      {claim.passages.map((passage) => (
        <PassageLink key={passage.id} passage={passage} from={from} />
      ))}
    </span>
  )
}
