import type { ReactNode } from 'react'
import type { Pattern, Rate } from '@corroborate/claims'
import type { Words } from '@corroborate/base'
import type { ClaimView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { BasisText } from './claim-table.tsx'
import { WhenText } from './day.tsx'
import type { Fact } from './facts.tsx'
import { Code, InWords } from './in-words.tsx'
import { SourceLink } from './links.tsx'
import { QuantityText, RangeText } from './numbers.tsx'
import { Term } from './term.tsx'

/** What is recorded of a claim, one fact a line; what was not said is left out. */
export function useClaimFacts(view: ClaimView): readonly Fact[] {
  const { say } = useTongue()
  const { claim, row } = view
  const said = claim.pattern?.said ?? claim.quantity?.said ?? null
  return [
    { name: say('desk.claim.source'), value: <Speaker view={view} /> },
    { name: say('desk.claim.basis'), value: <HowKnown view={view} /> },
    { name: say('desk.claim.certainty'), value: say(`certainty.${row.certainty}`) },
    { name: say('desk.claim.polarity'), value: say(`polarity.${row.polarity}`) },
    { name: say('desk.claim.topic'), value: <Term of="topic" word={row.topic} /> },
    { name: say('desk.claim.when'), value: claim.when === null ? null : <Time view={view} /> },
    { name: say('desk.claim.place'), value: view.place === null ? null : <Path path={view.place.path} /> },
    { name: say('desk.claim.quantity'), value: claim.quantity && <HowMany view={view} /> },
    { name: say('desk.claim.said'), value: said === null ? null : <q dir="auto">{said}</q> },
    ...usePatternFacts(claim.pattern),
    { name: say('desk.claim.roles'), value: claim.roles.length === 0 ? null : <Roles view={view} /> },
    { name: say('desk.claim.status'), value: say(`claim-status.${row.status}`) },
    { name: say('desk.claim.coder'), value: <bdi>{claim.coder}</bdi> },
    { name: say('desk.claim.second-coder'), value: claim.secondCoder && <bdi>{claim.secondCoder}</bdi> },
  ]
}

function Speaker({ view }: { readonly view: ClaimView }) {
  const { source } = view.row
  return (
    <>
      <SourceLink source={source} /> <InWords words={source.title} />
    </>
  )
}

function HowKnown({ view }: { readonly view: ClaimView }) {
  const { basis } = view.claim
  return (
    <>
      <BasisText basis={basis.kind} />
      {basis.vantage === null ? null : <bdi> · {basis.vantage}</bdi>}
    </>
  )
}

function Time({ view }: { readonly view: ClaimView }) {
  const { when } = view.claim
  if (when === null) return null
  return (
    <>
      <WhenText edtf={when.edtf} /> <Code>{when.edtf}</Code>
      {when.said === null ? null : (
        <>
          {' '}
          <q dir="auto">{when.said}</q>
        </>
      )}
    </>
  )
}

/** A place from the widest to the narrowest, as a path. */
function Path({ path }: { readonly path: readonly Words[] }): ReactNode {
  return path.map((words, i) => (
    <span key={JSON.stringify(words)}>
      {i > 0 ? ' › ' : null}
      <bdi>
        <InWords words={words} />
      </bdi>
    </span>
  ))
}

function HowMany({ view }: { readonly view: ClaimView }) {
  const { say } = useTongue()
  const { quantity } = view.claim
  if (quantity === null) return null
  return (
    <>
      <QuantityText quantity={quantity} /> · {say(`quantity-per.${quantity.per}`)} ·{' '}
      {say(`quantity-how.${quantity.how}`)}
    </>
  )
}

function Roles({ view }: { readonly view: ClaimView }): ReactNode {
  const { say } = useTongue()
  return view.claim.roles.map((role, i) => (
    <span key={`${role.part}/${JSON.stringify(role.who)}`}>
      {i > 0 ? say('desk.list.semicolon') : null}
      {say(`part.${role.part}`)}: <InWords words={role.who} />
    </span>
  ))
}

function usePatternFacts(pattern: Pattern | null): readonly Fact[] {
  const { say } = useTongue()
  if (pattern === null) return []
  const days = pattern.weekdays.map((day) => say(`weekday.${day}`)).join(say('desk.list.comma'))
  const usual =
    pattern.weekdayConfidence === null ? '' : say(`weekday-confidence.${pattern.weekdayConfidence}`)
  return [
    { name: say('desk.pattern.rate'), value: pattern.rate && <RateText rate={pattern.rate} /> },
    { name: say('desk.pattern.weekdays'), value: days === '' ? null : `${usual} ${days}` },
    { name: say('desk.pattern.part-of-day'), value: pattern.partOfDay && <bdi>{pattern.partOfDay}</bdi> },
    { name: say('desk.pattern.window'), value: pattern.window && <WhenText edtf={pattern.window.edtf} /> },
    { name: say('desk.pattern.size'), value: pattern.size && <RangeText range={pattern.size} /> },
    { name: say('desk.pattern.exceptions'), value: pattern.exceptions && <bdi>{pattern.exceptions}</bdi> },
    { name: say('desk.pattern.observed'), value: say(`observed.${pattern.observed}`) },
  ]
}

export function RateText({ rate }: { readonly rate: Rate }) {
  const { say } = useTongue()
  if (rate.kind === 'every')
    return (
      <>
        {say('desk.pattern.every')} <RangeText range={rate.days} /> {say('desk.pattern.days')}
      </>
    )
  return (
    <>
      <RangeText range={rate.times} /> {say(`rate-per.${rate.per}`)}
    </>
  )
}
