import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import type { ClaimRow, ContradictionView } from '@corroborate/server/api'
import { ResolveContradiction } from '../deciding/resolve-contradiction.tsx'
import { useTongue } from '../locale.tsx'
import styles from '../styles/matter.module.css'
import { PassageLinks } from './claim-table.tsx'
import { Code, InWords } from './in-words.tsx'
import { ClaimLink, EstimateLink, SourceLink } from './links.tsx'
import { QuantityText, RangeText } from './numbers.tsx'
import { Term } from './term.tsx'

const SHOWN_AT_ONCE = 4

/** The contradictions of an investigation: those that move a figure first, and the rest of a long list behind a press. */
export function ContradictionList({ views }: { readonly views: readonly ContradictionView[] }) {
  const { say } = useTongue()
  const inOrder = [...views].sort((a, b) => b.effects.length - a.effects.length)
  const rest = inOrder.slice(SHOWN_AT_ONCE)
  return (
    <>
      <Contradictions views={inOrder.slice(0, SHOWN_AT_ONCE)} />
      {rest.length === 0 ? null : (
        <Disclosure className={styles.rest ?? ''}>
          <Button slot="trigger" className="button">
            {say('desk.contradictions.rest', { contradictions: rest.length })}
          </Button>
          <DisclosurePanel>
            <Contradictions views={rest} />
          </DisclosurePanel>
        </Disclosure>
      )}
    </>
  )
}

/** Two claims that cannot both be right: what each says, what the figures would be, and what was decided. */
export function Contradictions({ views }: { readonly views: readonly ContradictionView[] }) {
  return (
    <ul className={styles.contradictions}>
      {views.map((view) => (
        <li key={`${view.first.id}/${view.second.id}/${view.contradiction.about}`}>
          <ContradictionCard view={view} />
        </li>
      ))}
    </ul>
  )
}

function ContradictionCard({ view }: { readonly view: ContradictionView }) {
  const { say } = useTongue()
  return (
    <article className={styles.contradiction}>
      <p className={styles.about}>
        <strong>{say(`contradiction.about.${view.contradiction.about}`)}</strong>{' '}
        <Term of="topic" word={view.first.topic} />
        {view.contradiction.sameOrigin ? <span> · {say('desk.contradiction.same-origin')}</span> : null}
      </p>
      <div className={styles.sides}>
        <Side claim={view.first} />
        <Side claim={view.second} />
      </div>
      <Effects view={view} />
      <Decision view={view} />
      <ResolveContradiction view={view} />
    </article>
  )
}

function Side({ claim }: { readonly claim: ClaimRow }) {
  return (
    <div className={styles.side}>
      <p className={styles.sideHead}>
        <ClaimLink id={claim.id}>
          <Code>{claim.code}</Code>
        </ClaimLink>
        <SourceLink source={claim.source} />
        {claim.quantity === null ? null : <QuantityText quantity={claim.quantity} />}
      </p>
      <p>
        <InWords words={claim.proposition} />
      </p>
      <PassageLinks claim={claim} />
    </div>
  )
}

function Effects({ view }: { readonly view: ContradictionView }) {
  const { say } = useTongue()
  return view.effects.map((effect) => (
    <p key={effect.estimate} className={styles.effect}>
      {say('desk.contradiction.effect')}{' '}
      <EstimateLink id={effect.estimate}>
        <strong>
          <RangeText range={effect.published} />
        </strong>
      </EstimateLink>{' '}
      <span className={styles.quiet}>
        {say('desk.estimate.before-rounding')} <RangeText range={effect.interval} />
      </span>
    </p>
  ))
}

function Decision({ view }: { readonly view: ContradictionView }) {
  const { say } = useTongue()
  const { resolution } = view.contradiction
  if (resolution === null) return <p className={styles.quiet}>{say('desk.contradiction.undecided')}</p>
  const preferred = [view.first, view.second].find((claim) => claim.id === resolution.prefers)
  return (
    <p>
      {preferred === undefined
        ? say('desk.contradiction.neither', { by: resolution.by })
        : say('desk.contradiction.decided', { by: resolution.by, code: preferred.code })}{' '}
      <q dir="auto">{resolution.reason}</q>
    </p>
  )
}
