import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { refuse } from '@corroborate/base'
import type { TextView } from '@corroborate/server/api'
import { tokensIn } from '@corroborate/testimony'
import { ORIGINAL } from '@corroborate/vault/sealing'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { CustodiansLink } from '../sealing/custodians-link.tsx'
import { Openings } from '../sealing/openings.tsx'
import { sealingOf } from '../sealing/queries.ts'
import { SealedFields } from '../sealing/sealed-fields.tsx'
import type { Field } from '../sealing/sealed-values.ts'
import { useCircle } from '../sealing/use-circle.ts'
import { WithKeys } from '../sealing/with-keys.tsx'
import styles from '../styles/sealing.module.css'
import { originalIn } from '../texts/original-said.ts'
import { sealedWith } from './sealed-with.ts'
import { shownNames, type ShownNames } from './shown-names.ts'

const OF_TEXT: readonly Field[] = [ORIGINAL]

interface NamesBackProps {
  readonly view: TextView
  readonly show: (names: ShownNames | null) => void
}

/** What the tokens of a text stand for: who may read it, who asked, and for whoever it was released to, the names back in their place. */
export function NamesBack({ view, show }: NamesBackProps) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const circle = useCircle()
  const record = sealedWith(view)
  const { data: sealing } = useSuspenseQuery(sealingOf(investigation, record))
  const isSealed = sealing.values.some(({ statement }) => statement.field === ORIGINAL)
  if (!isSealed && tokensIn(view.text.content).length === 0) return null
  return (
    <details className={styles.namesBack}>
      <summary>
        <h2>{say('names-back')}</h2>
      </summary>
      <p className={styles.lines}>
        <span>
          {say(isSealed ? 'names-back.note' : 'names-back.none')} <CustodiansLink />
        </span>
      </p>
      {isSealed || circle !== null ? (
        <WithKeys>
          {(own) => <SealedFields circle={own} record={record} view={sealing} fields={OF_TEXT} />}
        </WithKeys>
      ) : null}
      {sealing.openings.length === 0 ? null : (
        <Openings openings={sealing.openings} lists={sealing.lists}>
          {(_circle, value) => <InPlace {...{ view, show, value }} />}
        </Openings>
      )}
    </details>
  )
}

/** While it is on the screen the names are; hidden, locked or left, they are gone. */
function InPlace({ view: { text }, show, value }: NamesBackProps & { readonly value: string }) {
  const { say } = useTongue()
  const names = useMemo(() => {
    const original = originalIn(value)
    return original === null
      ? refuse('unreadable', 'What was sealed does not say what the tokens stand for.')
      : shownNames(text, original)
  }, [text, value])
  useEffect(() => {
    show(names.ok ? names.value : null)
    return () => show(null)
  }, [names, show])
  if (!names.ok) return <RefusalNote refusal={names} />
  return (
    <>
      <p>{say('names-back.shown', { names: names.value.at.size })}</p>
      {text.version === 1 ? null : <p>{say('names-back.later')}</p>}
    </>
  )
}
