import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { standingIf, type FindingThought } from '../acts.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { StandingBadge } from '../parts/standing-badge.tsx'
import { Reasons } from '../parts/standing-reasons.tsx'
import inputs from '../styles/ask.module.css'

/** How a finding would stand on the claims that are chosen so far, and why: the same computation that stands over it later. */
export function StandsSo({ thought }: { readonly thought: FindingThought }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data } = useQuery({
    queryKey: [`/investigations/${investigation}/standing`, thought],
    queryFn: () => standingIf(investigation, thought),
    placeholderData: keepPreviousData,
  })
  return (
    <section className={inputs.preview} aria-label={say('desk.finding.standing')}>
      <h2>{say('desk.finding.standing')}</h2>
      <div role="status">
        {data?.ok === true ? (
          <>
            <StandingBadge standing={data.value.standing} />
            <Reasons reasons={data.value.reasons} />
          </>
        ) : null}
        <RefusalNote refusal={data?.ok === false ? data : null} />
      </div>
    </section>
  )
}
