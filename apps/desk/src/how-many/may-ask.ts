import { useSuspenseQuery } from '@tanstack/react-query'
import { overviewOf } from '../api.ts'
import { useInvestigation } from '../parts/links.tsx'

/** Whether the reader may ask "how many" here. The door decides; this only leaves out buttons that it would refuse. */
export function useMayAsk(): boolean {
  const { data } = useSuspenseQuery(overviewOf(useInvestigation()))
  return data.card.roles.includes('statistician')
}
