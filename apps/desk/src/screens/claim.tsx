import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { wordsIn } from '@corroborate/base'
import type { ClaimView } from '@corroborate/server/api'
import { claimOf } from '../api.ts'
import { ReviewClaim } from '../deciding/review-claim.tsx'
import { useTongue } from '../locale.tsx'
import { useClaimFacts } from '../parts/claim-facts.tsx'
import { ClaimMarks } from '../parts/claim-table.tsx'
import { ContradictionList } from '../parts/contradiction.tsx'
import { Facts } from '../parts/facts.tsx'
import { FindingTable } from '../parts/finding-table.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { EstimateLink, PassageLink, TextLink, useInvestigation } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { Page, Section } from '../parts/page.tsx'
import styles from '../styles/matter.module.css'

const route = getRouteApi('/i/$investigation/claims/$claim')

/** One claim: what is asserted, in which words, how the speaker knows, and what rests on it. */
export function Claim() {
  const { say, locale } = useTongue()
  const { investigation, claim } = route.useParams()
  const { data: view } = useSuspenseQuery(claimOf(investigation, claim))
  return (
    <Page
      name={`${view.row.code} · ${wordsIn(locale, view.row.proposition)}`}
      kicker={
        <>
          {say('desk.claim')} <Code>{view.row.code}</Code> · {say(`mode.${view.row.mode}`)}{' '}
          <ClaimMarks claim={view.row} />
        </>
      }
      heading={<InWords words={view.row.proposition} />}
    >
      <ExactWords view={view} />
      <ClaimFacts view={view} />
      {view.contradictions.length === 0 ? null : (
        <Section title={say('desk.contradictions')}>
          <ContradictionList views={view.contradictions} />
        </Section>
      )}
      <ReviewClaim key={`reviews ${view.reviews.length}`} view={view} />
      <RestsOnIt view={view} />
    </Page>
  )
}

function ExactWords({ view }: { readonly view: ClaimView }) {
  return (
    <ul className={styles.exact}>
      {view.row.passages.map((passage) => (
        <li key={passage.id}>
          <PassageLink passage={passage} />
          <p className={styles.quiet}>
            <TextLink id={passage.text}>
              <InWords words={passage.textTitle} />
            </TextLink>
          </p>
        </li>
      ))}
    </ul>
  )
}

function ClaimFacts({ view }: { readonly view: ClaimView }) {
  return <Facts facts={useClaimFacts(view)} />
}

function RestsOnIt({ view }: { readonly view: ClaimView }) {
  const { say } = useTongue()
  return (
    <>
      <Section title={say('desk.claim.findings')}>
        {view.findings.length === 0 ? (
          <p className={styles.quiet}>{say('desk.claim.findings.none')}</p>
        ) : (
          <FindingTable label={say('desk.claim.findings')} findings={view.findings} />
        )}
        <ReachFrom claim={view.claim.id} />
      </Section>
      {view.estimates.length === 0 ? null : (
        <Section title={say('desk.claim.estimates')}>
          <ul className={styles.cited}>
            {view.estimates.map((estimate) => (
              <li key={estimate.id}>
                <EstimateLink id={estimate.id}>
                  <Code>{estimate.code}</Code> <InWords words={estimate.question} />
                </EstimateLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** The way to a finding that rests on this claim, for whoever may reach one. */
function ReachFrom({ claim }: { readonly claim: string }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  if (!useMay('find')) return null
  return (
    <p>
      <Link
        to="/i/$investigation/findings/new"
        params={{ investigation }}
        search={{ claim }}
        className="button"
      >
        {say('work.reach')}
      </Link>
    </p>
  )
}
