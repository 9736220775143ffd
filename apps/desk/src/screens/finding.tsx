import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { wordsIn } from '@corroborate/base'
import type { FindingView } from '@corroborate/server/api'
import { findingOf } from '../api.ts'
import { Explanations } from '../deciding/explanations.tsx'
import { SignFinding } from '../deciding/sign-finding.tsx'
import { useTongue } from '../locale.tsx'
import { CitedBy } from '../parts/cited-by.tsx'
import { Contraries } from '../parts/corroboration.tsx'
import { Facts } from '../parts/facts.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { Matrix } from '../parts/matrix.tsx'
import { Page, Section } from '../parts/page.tsx'
import { RobustnessText } from '../parts/robustness.tsx'
import { Reasons } from '../parts/standing-reasons.tsx'
import { StandingBadge } from '../parts/standing-badge.tsx'
import styles from '../styles/matter.module.css'

const route = getRouteApi('/i/$investigation/findings/$finding')

/** One finding: what is held, how it stands and why, what carries it, what speaks against it, where it is cited. */
export function Finding() {
  const { say, locale } = useTongue()
  const { investigation, finding } = route.useParams()
  const { data: view } = useSuspenseQuery(findingOf(investigation, finding))
  const [aside, setAside] = useState<readonly string[]>([])
  return (
    <Page
      name={`${view.row.code} · ${wordsIn(locale, view.row.proposition)}`}
      kicker={
        <>
          {say('desk.finding')} <Code>{view.row.code}</Code> · {say(`finding-kind.${view.row.kind}`)}
        </>
      }
      heading={<InWords words={view.row.proposition} />}
    >
      <StandingPanel view={view} />
      <SignFinding view={view} />
      <Section title={say('work.matrix')} note={say('desk.finding.carried-by.note')}>
        <Matrix matrix={view.matrix} {...{ aside, setAside }} />
      </Section>
      {view.against.length === 0 ? null : (
        <Section title={say('desk.finding.spoken-against')}>
          <Contraries finding={view.finding.id} against={view.against} />
        </Section>
      )}
      <Explanations {...{ view, aside }} />
      <CitedBy sentences={view.citedBy} />
    </Page>
  )
}

function StandingPanel({ view }: { readonly view: FindingView }) {
  const { standing, beneath } = view.row
  return (
    <div className={styles.standing}>
      <div>
        <p className={styles.standingBadge}>
          <StandingBadge standing={standing} />
        </p>
        <Reasons reasons={view.reasons} />
        {standing.kind === 'attributed' && beneath !== null ? (
          <Beneath
            words={<InWords words={beneath} />}
            badge={<StandingBadge standing={standing.beneath} />}
          />
        ) : null}
      </div>
      <Signed view={view} />
    </div>
  )
}

/** An attribution holds that something was said; what was said has a standing of its own. */
function Beneath({ words, badge }: { readonly words: React.ReactNode; readonly badge: React.ReactNode }) {
  const { say } = useTongue()
  return (
    <div className={styles.beneath}>
      <p className={styles.beneathHead}>
        {say('desk.finding.what-was-said')} {badge}
      </p>
      <p className={styles.beneathWords}>{words}</p>
    </div>
  )
}

function TiedTo({ view }: { readonly view: FindingView }) {
  const { investigation } = route.useParams()
  return (
    <ul>
      {view.tiedTo.map(({ words, numbers, incident }) => (
        <li key={`${numbers.join()} ${incident?.en ?? ''}`}>
          <Link to="/i/$investigation/elements" params={{ investigation }}>
            <InWords words={words} />
          </Link>{' '}
          (<bdi dir="ltr">{numbers.join(', ')}</bdi>)
          {incident === null ? null : (
            <>
              {' · '}
              <InWords words={incident} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function Signed({ view }: { readonly view: FindingView }) {
  const { say } = useTongue()
  const { row, finding } = view
  return (
    <Facts
      facts={[
        {
          name: say('desk.finding.robustness'),
          value: <RobustnessText robustness={row.robustness} origins={view.origins} />,
        },
        {
          name: say('desk.finding.proof'),
          value: row.standardOfProof === null ? null : say(`proof.${row.standardOfProof}`),
        },
        {
          name: say('desk.finding.signer'),
          value: <bdi>{row.signer ?? say('desk.finding.unsigned')}</bdi>,
        },
        {
          name: say('desk.finding.reasons'),
          value: finding.reasons === null ? null : <InWords words={finding.reasons} />,
        },
        {
          name: say('desk.finding.elements'),
          value:
            finding.elements.length === 0 ? null : <bdi>{finding.elements.join(say('desk.list.comma'))}</bdi>,
        },
        {
          name: say('desk.finding.tied-to'),
          value: view.tiedTo.length === 0 ? null : <TiedTo view={view} />,
        },
      ]}
    />
  )
}
