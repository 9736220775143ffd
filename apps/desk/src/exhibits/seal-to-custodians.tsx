import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { ok, type Outcome } from '@corroborate/base'
import type { CustodiansView } from '@corroborate/server/api'
import { recipientsOf, type Recipient } from '@corroborate/vault/sealing'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { inNames, type Circle } from '../sealing/circle.ts'
import { CustodiansLink } from '../sealing/custodians-link.tsx'
import { custodiansKnown } from '../sealing/custodians-known.ts'
import { custodiansOf } from '../sealing/queries.ts'
import { RecipientNames } from '../sealing/recipient-names.tsx'
import { sendSealed } from '../sealing/send-sealed.ts'
import { WithKeys } from '../sealing/with-keys.tsx'
import styles from '../styles/sealing.module.css'
import { sealedFileText, type SealedFileSaid } from './sealed-file-said.ts'

/** To whom a file is sealed, and how it is sealed of the exhibit what its file is. */
export interface FileSealing {
  readonly recipients: readonly Recipient[]
  readonly seal: (exhibit: string, said: SealedFileSaid) => Promise<Outcome<unknown>>
}

interface SealToCustodiansProps {
  readonly children: (sealing: FileSealing) => ReactNode
}

/** What can be done once the custodians' keys are believed here; what is missing is said in place of it. */
export function SealToCustodians({ children }: SealToCustodiansProps) {
  return <WithKeys>{(circle) => <ToThem circle={circle}>{children}</ToThem>}</WithKeys>
}

function ToThem({ circle, children }: SealToCustodiansProps & { readonly circle: Circle }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data: view } = useSuspenseQuery(custodiansOf(investigation))
  const sealing = useMemo(
    () => sealingTo(investigation, circle, view.lists),
    [investigation, circle, view.lists],
  )
  if (!sealing.ok)
    return (
      <>
        <RefusalNote refusal={inNames(sealing, circle)} />
        <p className={styles.lines}>
          <CustodiansLink />
        </p>
      </>
    )
  return (
    <>
      <p className={styles.lines}>
        <span>
          {say('seal.value.to')} <RecipientNames circle={circle} recipients={sealing.value.recipients} />
        </span>
      </p>
      {children(sealing.value)}
    </>
  )
}

function sealingTo(
  investigation: string,
  circle: Circle,
  lists: CustodiansView['lists'],
): Outcome<FileSealing> {
  const custodians = custodiansKnown(investigation, lists, circle)
  if (!custodians.ok) return custodians
  const recipients = recipientsOf(custodians.value.current, circle.trusted)
  if (!recipients.ok) return recipients
  const at = { investigation, circle, custodians: custodians.value }
  return ok({
    recipients: recipients.value,
    seal: (exhibit, said) =>
      sendSealed(at, { record: exhibit, field: 'file', value: sealedFileText(said) }, null),
  })
}
