import { isKey } from '@corroborate/words'
import { useTongue } from '../locale.tsx'

/** How many of each kind, of those that there are. */
export function Counts({ of }: { readonly of: Readonly<Record<string, number>> }) {
  const { say } = useTongue()
  const counted = Object.entries(of).flatMap(([kind, count]) => {
    const key = `kind.${kind}`
    return count === 0 ? [] : [say('desk.packages.count', { what: isKey(key) ? say(key) : kind, count })]
  })
  return <span>{counted.length === 0 ? say('exchange.nothing') : counted.join(' · ')}</span>
}
