import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import { ok } from '@corroborate/base'
import { sourcesOf } from '../api.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { inNames, type Circle } from '../sealing/circle.ts'
import { custodiansKnown } from '../sealing/custodians-known.ts'
import { custodiansOf } from '../sealing/queries.ts'
import { useDoing } from '../sealing/use-doing.ts'
import { WithKeys } from '../sealing/with-keys.tsx'
import styles from '../styles/release.module.css'
import { openRegister, type RegisterOpened } from './open-register.ts'
import { sealedNamesFor } from './queries.ts'

interface LookForNamesProps {
  /** Where what is checked stands, below the investigation. */
  readonly at: string
  readonly onOpened: (register: RegisterOpened) => void
}

/** Opens the sealed names in this browser, to look for them in what would leave: offered to a custodian, whose keys alone can. */
export function LookForNames(props: LookForNamesProps) {
  const { say } = useTongue()
  if (!useMay('release')) return <p className={styles.quiet}>{say('release.names.custodian')}</p>
  return <WithKeys>{(circle) => <Look {...props} circle={circle} />}</WithKeys>
}

function Look({ at: place, onOpened, circle }: LookForNamesProps & { readonly circle: Circle }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data: view } = useSuspenseQuery(custodiansOf(investigation))
  const { data: sources } = useSuspenseQuery(sourcesOf(investigation))
  const custodians = useMemo(
    () => custodiansKnown(investigation, view.lists, circle),
    [investigation, view, circle],
  )
  const { busy, refusal, run } = useDoing()
  if (!custodians.ok) return <RefusalNote refusal={inNames(custodians, circle)} />
  const look = async () => {
    await run(async () => {
      const sealed = await sealedNamesFor(investigation, place)
      if (!sealed.ok) return sealed
      const called = new Map<string, string>(sources.map(({ id, code }) => [id, code]))
      const at = { investigation, circle, custodians: custodians.value }
      onOpened(await openRegister(at, { sealed: sealed.value, called }))
      return ok(null)
    })
  }
  return (
    <>
      <p>{say('release.names.note')}</p>
      <Button className="button" isDisabled={busy} onPress={() => void look()}>
        {say('release.names.look')}
      </Button>
      <RefusalNote refusal={refusal} />
    </>
  )
}
