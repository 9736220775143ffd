import { useState } from 'react'
import { Button } from 'react-aria-components'
import { safetyNumber, signComparison } from '@corroborate/vault/sealing'
import { send } from '../acts.ts'
import { RefusalNote, RefusalText } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import styles from '../styles/sealing.module.css'
import { inNames, type Circle, type Person } from './circle.ts'
import { useDoing } from './use-doing.ts'

/** Everybody else with keys: how each key stands to me, and the numbers to be read to each other. */
export function People({ circle }: { readonly circle: Circle }) {
  const { say } = useTongue()
  const others = circle.people.filter(({ state }) => state !== 'oneself')
  if (others.length === 0) return <p className={styles.quiet}>{say('seal.people.none')}</p>
  return (
    <ul className={styles.people}>
      {others.map((person) => (
        <li key={person.member} data-state={person.state}>
          <OnePerson {...{ circle, person }} />
        </li>
      ))}
    </ul>
  )
}

interface OneProps {
  readonly circle: Circle
  readonly person: Person
}

function OnePerson({ circle, person }: OneProps) {
  const { say } = useTongue()
  const [comparing, setComparing] = useState(false)
  const mayCompare = circle.author !== null && person.card !== null && person.state !== 'trusted'
  return (
    <>
      <div className={styles.personHead}>
        <h3>
          <bdi>{person.name}</bdi>
        </h3>
        <span className={styles.state}>{say(`seal.person.${person.state}`)}</span>
        {mayCompare ? (
          <Button className="button" aria-expanded={comparing} onPress={() => setComparing(!comparing)}>
            {say('seal.compare')}
          </Button>
        ) : null}
      </div>
      {person.fault ? (
        <p className={styles.warning} role="alert">
          <RefusalText refusal={inNames(person.fault, circle)} />
        </p>
      ) : null}
      {person.state === 'changed' ? (
        <p className={styles.warning} role="note">
          {say('seal.person.changed.words', { name: person.name })}
        </p>
      ) : null}
      {comparing && mayCompare ? <Compare {...{ circle, person }} /> : null}
    </>
  )
}

function Compare({ circle, person }: OneProps) {
  const { say } = useTongue()
  const [differs, setDiffers] = useState(false)
  const { busy, refusal, run } = useDoing()
  const mine = circle.people.find(({ member }) => member === circle.me)?.card
  const { card } = person
  if (!mine || !card) return null
  const agree = () =>
    run(() => {
      const time = new Date().toISOString()
      const said = { by: circle.me, member: person.member, card: card.digest, time }
      return send('/safety-numbers', { said: signComparison(said, circle.own.keys) })
    })
  return (
    <div className={styles.compare}>
      <p>{say('seal.compare.how', { name: person.name })}</p>
      <ol className={styles.safetyNumber} dir="ltr" lang="en" aria-label={say('seal.safety-number')}>
        {safetyNumber(mine.card, card.card).map((group, at) => (
          <li key={at}>{group}</li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button className="button" isDisabled={busy} onPress={() => void agree()}>
          {say('seal.compare.same')}
        </Button>
        <Button className="button" onPress={() => setDiffers(true)}>
          {say('seal.compare.differs')}
        </Button>
      </div>
      <RefusalNote refusal={refusal} />
      {differs ? (
        <p className={styles.warning} role="alert">
          {say('seal.compare.differs.words', { name: person.name })}
        </p>
      ) : null}
    </div>
  )
}
