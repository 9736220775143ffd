import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { KeysView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { Facts } from '../parts/facts.tsx'
import { Frame } from '../parts/frame.tsx'
import { Num } from '../parts/numbers.tsx'
import { Page, Section } from '../parts/page.tsx'
import type { Circle } from '../sealing/circle.ts'
import { useKeyRing } from '../sealing/key-ring.tsx'
import { MakeKeys } from '../sealing/make-keys.tsx'
import { People } from '../sealing/people.tsx'
import { keysKept } from '../sealing/queries.ts'
import { Unlock } from '../sealing/unlock.tsx'
import { useCircle } from '../sealing/use-circle.ts'
import styles from '../styles/sealing.module.css'

/** My keys, made and opened in this browser, and whose keys I have compared in person. */
export function Keys() {
  const { data } = useSuspenseQuery(keysKept)
  const { own } = useKeyRing()
  const [renewing, setRenewing] = useState(false)
  const { me, wrapped } = data
  const previous = newestCardOf(data)
  if (wrapped && !renewing)
    return (
      <Frame>
        <Kept view={data} wrapped={wrapped} onRenew={() => setRenewing(true)} />
      </Frame>
    )
  return (
    <Frame>
      <MakeKeys
        me={me}
        before={previous ? { previous, former: own?.keys ?? null } : null}
        onDone={() => setRenewing(false)}
      />
    </Frame>
  )
}

interface KeptProps {
  readonly view: KeysView
  readonly wrapped: NonNullable<KeysView['wrapped']>
  readonly onRenew: () => void
}

function Kept({ view, wrapped, onRenew }: KeptProps) {
  const { say } = useTongue()
  const circle = useCircle()
  const made = newestCardOf(view)
  return (
    <Page name={say('seal.keys')} lead={say(circle ? 'seal.keys.open' : 'seal.keys.locked')}>
      {circle ? <Opened circle={circle} /> : <Unlock wrapped={wrapped} />}
      <Section title={say('seal.keys.of-mine')}>
        <Facts
          facts={[
            { name: say('seal.keys.member'), value: <bdi>{view.me.name}</bdi> },
            { name: say('seal.keys.made'), value: made && <MomentText time={made.time} /> },
            { name: say('seal.keys.version'), value: made && <Num value={made.version} /> },
          ]}
        />
        <div className={styles.buttons}>
          <Button className="button" onPress={onRenew}>
            {say('seal.renew')}
          </Button>
        </div>
      </Section>
    </Page>
  )
}

function Opened({ circle }: { readonly circle: Circle }) {
  const { say } = useTongue()
  const { hold } = useKeyRing()
  return (
    <>
      <div className={styles.buttons}>
        <Button className="button" onPress={() => hold(null)}>
          {say('seal.lock')}
        </Button>
      </div>
      {circle.author ? null : (
        <p className={styles.warning} role="alert">
          {say('desk.refused.other-own-keys')}
        </p>
      )}
      <Section title={say('seal.people')} note={say('seal.people.note')}>
        <People circle={circle} />
      </Section>
    </>
  )
}

function newestCardOf({ me, directory }: KeysView) {
  return directory.find(({ member }) => member === me.id)?.cards.at(-1)?.statement ?? null
}
