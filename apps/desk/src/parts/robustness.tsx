import type { OriginRef } from '@corroborate/server/api'
import type { Robustness } from '@corroborate/findings'
import { useTongue } from '../locale.tsx'
import { SourceLink } from './links.tsx'

interface RobustnessProps {
  readonly robustness: Robustness
  /** Where the names of the origins are found. */
  readonly origins: readonly OriginRef[]
}

/** What it takes for a finding to fall to a lower standing: how many origins, and which. */
export function RobustnessText({ robustness, origins }: RobustnessProps) {
  const { say } = useTongue()
  if (robustness.kind === 'nothing-to-lose') return <span>{say('desk.robustness.nothing-to-lose')}</span>
  if (robustness.kind === 'more-than')
    return <span>{say('desk.robustness.more-than', { origins: robustness.origins })}</span>
  const named = robustness.origins
    .map((id) => origins.find((origin) => origin.id === id))
    .filter((origin) => origin !== undefined)
  if (named.length < robustness.origins.length)
    return <span>{say('desk.robustness.falls-without.count', { origins: robustness.origins.length })}</span>
  return (
    <span>
      {say('desk.robustness.falls-without')}{' '}
      {named.map((origin, i) => (
        <span key={origin.id}>
          {i > 0 ? say('desk.list.comma') : null}
          <SourceLink source={origin} />
        </span>
      ))}
    </span>
  )
}

/** More than so many are counted, and named on the screen of the finding itself. */
const NAMED_IN_A_LIST = 3

/** The same, where there is little room. */
export function RobustnessInShort({ robustness, origins }: RobustnessProps) {
  const { say } = useTongue()
  if (robustness.kind !== 'falls-without' || robustness.origins.length <= NAMED_IN_A_LIST)
    return <RobustnessText robustness={robustness} origins={origins} />
  return <span>{say('desk.robustness.falls-without.count', { origins: robustness.origins.length })}</span>
}
