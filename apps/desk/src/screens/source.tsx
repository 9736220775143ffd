import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { wordsIn } from '@corroborate/base'
import type { SourceView } from '@corroborate/server/api'
import { sourceOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { ClaimTable } from '../parts/claim-table.tsx'
import { Consents } from '../parts/consents.tsx'
import { Facts } from '../parts/facts.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { Interviews } from '../parts/interviews.tsx'
import { LanguageName } from '../parts/language-name.tsx'
import { TextLink } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { OriginLinks } from '../parts/origin-links.tsx'
import { ConsentState, GoesBackTo } from '../parts/origins.tsx'
import { Page, Section } from '../parts/page.tsx'
import { Pending } from '../parts/problem.tsx'
import styles from '../styles/matter.module.css'

/** With all that opens and seals, which no other screen has to wait for. */
const SourceSealing = lazy(() =>
  import('../sealing/source-sealing.tsx').then((part) => ({ default: part.SourceSealing })),
)

const route = getRouteApi('/i/$investigation/sources/$source')

/** One source: what it is, on whom it depends, what it allows, what it says. */
export function Source() {
  const { say, locale } = useTongue()
  const { investigation, source } = route.useParams()
  const { data: view } = useSuspenseQuery(sourceOf(investigation, source))
  return (
    <Page
      name={`${view.row.code} · ${wordsIn(locale, view.row.title)}`}
      kicker={
        <>
          {say(`source-kind.${view.row.kind}`)} <Code>{view.row.code}</Code> · {say(`role.${view.row.role}`)}
        </>
      }
      heading={<InWords words={view.row.title} />}
    >
      <SourceFacts view={view} />
      <Suspense fallback={<Pending />}>
        <SourceSealing record={source} />
      </Suspense>
      {view.links.length === 0 ? null : (
        <Section title={say('desk.source.links')} note={say('desk.source.links.note')}>
          <OriginLinks links={view.links} />
        </Section>
      )}
      {view.texts.length === 0 ? null : <Texts view={view} />}
      <Section title={say('desk.claims')}>
        <ClaimTable label={say('desk.claims')} claims={view.claims} without="source" />
      </Section>
      {view.interviews.length === 0 ? null : (
        <Section title={say('desk.source.interviews')}>
          <Interviews interviews={view.interviews} />
        </Section>
      )}
      <ConsentSection view={view} />
    </Page>
  )
}

/** What the witness allows, and the way to the form that is filled in with them. */
function ConsentSection({ view }: { readonly view: SourceView }) {
  const { say } = useTongue()
  const { investigation, source } = route.useParams()
  const may = useMay('record')
  if (view.row.kind !== 'witness' || (view.consents.length === 0 && !may)) return null
  const form = (
    <Link to="/i/$investigation/sources/$source/consent" params={{ investigation, source }}>
      {say('consent.fill-in')}
    </Link>
  )
  return (
    <Section title={say('desk.source.consent')} note={may ? form : undefined}>
      <Consents view={view} />
    </Section>
  )
}

function SourceFacts({ view }: { readonly view: SourceView }) {
  const { say } = useTongue()
  const { row } = view
  return (
    <Facts
      facts={[
        { name: say('desk.source.origin'), value: <GoesBackTo row={row} /> },
        {
          name: say('desk.source.reliability'),
          value: (
            <>
              <Code>{row.reliability}</Code> {say(`reliability.${row.reliability}`)}
            </>
          ),
        },
        {
          name: say('desk.source.credibility'),
          value: (
            <>
              <Code>{String(row.credibility)}</Code> {say(`credibility.${row.credibility}`)}
            </>
          ),
        },
        { name: say('desk.source.consent'), value: <ConsentState consent={row.consent} /> },
      ]}
    />
  )
}

function Texts({ view }: { readonly view: SourceView }) {
  const { say } = useTongue()
  return (
    <Section title={say('desk.source.texts')}>
      <ul className={styles.cited}>
        {view.texts.map((text) => (
          <li key={text.id}>
            <TextLink id={text.id}>
              <Code>{text.code}</Code> <InWords words={text.title} />
            </TextLink>{' '}
            <span className={styles.quiet}>
              {say(`text-kind.${text.kind}`)} · <LanguageName tag={text.language} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
