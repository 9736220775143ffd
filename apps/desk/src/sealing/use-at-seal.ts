import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ok, type Outcome } from '@corroborate/base'
import { recipientsOf, type Recipient } from '@corroborate/vault/sealing'
import { useInvestigation } from '../parts/links.tsx'
import { inNames } from './circle.ts'
import { custodiansKnown } from './custodians-known.ts'
import { custodiansOf } from './queries.ts'
import type { AtSeal } from './sealed-values.ts'
import { useCircle } from './use-circle.ts'

/** Where one can seal here, and to whom that would be. */
export type SealingHere = AtSeal & { readonly recipients: readonly Recipient[] }

/** Whether something can be sealed to the custodians now, or why it cannot; null while my keys are locked. */
export function useAtSeal(): Outcome<SealingHere> | null {
  const investigation = useInvestigation()
  const circle = useCircle()
  const { data: view } = useSuspenseQuery(custodiansOf(investigation))
  return useMemo(() => {
    if (circle === null) return null
    const custodians = custodiansKnown(investigation, view.lists, circle)
    if (!custodians.ok) return inNames(custodians, circle)
    const recipients = recipientsOf(custodians.value.current, circle.trusted)
    if (!recipients.ok) return inNames(recipients, circle)
    return ok({ investigation, circle, custodians: custodians.value, recipients: recipients.value })
  }, [investigation, circle, view])
}
