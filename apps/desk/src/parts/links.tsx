import { Link, getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OriginRef, PassageRef, SentenceRef, SourceRef } from '@corroborate/server/api'
import { directionOf } from '@corroborate/base'
import { useTongue } from '../locale.tsx'
import { passageHash } from '../reading/passage-hash.ts'
import styles from '../styles/matter.module.css'
import { Code } from './in-words.tsx'

const route = getRouteApi('/i/$investigation')

/** The investigation that the reader is in, by its id. */
export function useInvestigation(): string {
  return route.useParams({ select: (params) => params.investigation })
}

interface ToOne {
  readonly id: string
  readonly children: ReactNode
  /** Begins a walk: see walk.ts. Without it, a walk that is under way goes on. */
  readonly from?: string | undefined
  readonly className?: string | undefined
}

export function ClaimLink({ id, children, from, className }: ToOne) {
  const investigation = useInvestigation()
  return (
    <Link
      to="/i/$investigation/claims/$claim"
      params={{ investigation, claim: id }}
      {...startOf(from)}
      className={className}
    >
      {children}
    </Link>
  )
}

export function FindingLink({ id, children, from, className }: ToOne) {
  const investigation = useInvestigation()
  return (
    <Link
      to="/i/$investigation/findings/$finding"
      params={{ investigation, finding: id }}
      {...startOf(from)}
      className={className}
    >
      {children}
    </Link>
  )
}

export function EstimateLink({ id, children, from, className }: ToOne) {
  const investigation = useInvestigation()
  return (
    <Link
      to="/i/$investigation/estimates/$estimate"
      params={{ investigation, estimate: id }}
      {...startOf(from)}
      className={className}
    >
      {children}
    </Link>
  )
}

export function TextLink({ id, children }: ToOne) {
  const investigation = useInvestigation()
  return (
    <Link to="/i/$investigation/texts/$text" params={{ investigation, text: id }}>
      {children}
    </Link>
  )
}

/** A source by its code; an origin is the source that others go back to, and leads to the same page. */
export function SourceLink({ source }: { readonly source: SourceRef | OriginRef }) {
  const investigation = useInvestigation()
  return (
    <Link to="/i/$investigation/sources/$source" params={{ investigation, source: source.id }}>
      <Code>{source.code}</Code>
    </Link>
  )
}

/** Into the text, to the words themselves. */
export function PassageLink({
  passage,
  from,
}: {
  readonly passage: PassageRef
  readonly from?: string | undefined
}) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  return (
    <Link
      to="/i/$investigation/texts/$text"
      params={{ investigation, text: passage.text }}
      {...startOf(from)}
      hash={passageHash(passage.id)}
      hashScrollIntoView={{ block: 'center' }}
      className={styles.passage}
    >
      <q lang={passage.language} dir={directionOf(passage.language)}>
        {shortened(passage.exact)}
      </q>{' '}
      <span className={styles.toText}>{say('desk.passage.in-text')}</span>
    </Link>
  )
}

/** Back into the report, to a sentence that cites what the reader looks at. */
export function SentenceLink({ sentence }: { readonly sentence: SentenceRef }) {
  const investigation = useInvestigation()
  return (
    <Link
      to="/i/$investigation/reports/$report"
      params={{ investigation, report: sentence.report }}
      search={{ from: undefined }}
      hash={sentence.anchor}
      className={styles.sentence}
    >
      <span lang={sentence.locale} dir={directionOf(sentence.locale)}>
        {sentence.text}
      </span>
    </Link>
  )
}

function startOf(from: string | undefined) {
  return from === undefined ? {} : { search: { from } }
}

const LONGEST = 160

function shortened(words: string): string {
  const points = Array.from(words)
  return points.length <= LONGEST
    ? words
    : `${points
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
}
