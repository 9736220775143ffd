import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { proposalsFrom, type Proposal } from '@corroborate/claims'
import { FieldGroup } from '../how-many/ask/fields.tsx'
import { useTongue } from '../locale.tsx'
import styles from '../styles/coding.module.css'

interface ProposalsProps {
  readonly words: string
  readonly onTake: (proposal: Proposal) => void
}

/** What the machine reads in the words: each is taken by a press, the first nine by their digits, or left. */
export function Proposals({ words, onTake }: ProposalsProps) {
  const { say } = useTongue()
  const found = useMemo(() => proposalsFrom(words), [words])
  const [taken, setTaken] = useState<readonly Proposal[]>([])
  const take = (proposal: Proposal) => {
    setTaken([...taken, proposal])
    onTake(proposal)
  }
  useDigits((digit) => {
    const proposal = found[digit - 1]
    if (proposal !== undefined) take(proposal)
  })
  if (found.length === 0) return null
  return (
    <FieldGroup title={say('work.proposals')} note={say('work.proposals.note')}>
      <ul className={styles.palette}>
        {found.map((proposal, at) => (
          <li key={`${proposal.kind} ${proposal.start}`}>
            <Button
              className={styles.codeButton ?? ''}
              aria-pressed={taken.includes(proposal)}
              onPress={() => take(proposal)}
            >
              {say(`work.proposals.${proposal.kind}`)} <q dir="auto">{proposal.exact}</q>{' '}
              {at < 9 ? <kbd>{at + 1}</kbd> : null}
            </Button>
          </li>
        ))}
      </ul>
    </FieldGroup>
  )
}

/** Hears digits wherever they are not being typed or used to find something in a list. */
function useDigits(onDigit: (digit: number) => void): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const { target, key, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey || !(target instanceof Element)) return
    if (target.closest('input, textarea, [role="listbox"]') !== null) return
    const digit = digitOf(key)
    if (digit === null) return
    event.preventDefault()
    onDigit(digit)
  })
  useEffect(() => {
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}

/** From 1 to 9, in Latin or Arabic digits. */
function digitOf(key: string): number | null {
  const digit = '123456789'.indexOf(key) + 1 || '١٢٣٤٥٦٧٨٩'.indexOf(key) + 1
  return key.length === 1 && digit > 0 ? digit : null
}
