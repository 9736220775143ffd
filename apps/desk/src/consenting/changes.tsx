import type { ReactNode } from 'react'
import { consentChanges, type Consent } from '@corroborate/testimony'
import { useTongue } from '../locale.tsx'
import styles from '../styles/consent.module.css'
import { AllowedLines } from './allowed-lines.tsx'

type Given = Pick<Consent, 'allows' | 'conceal'>

/** What a version changes in the one before. */
export function Changes({ before, after }: { readonly before: Given; readonly after: Given }) {
  const { say } = useTongue()
  const { added, dropped, concealed, shown } = consentChanges(before, after)
  const named = (what: Consent['conceal']) =>
    what.map((one) => say(`conceal.${one}`)).join(say('desk.list.comma'))
  if ([added, dropped, concealed, shown].every((list) => list.length === 0))
    return <p className={styles.quiet}>{say('consent.unchanged')}</p>
  return (
    <dl className={styles.changes}>
      <Change name={say('consent.added')} empty={added.length === 0}>
        <AllowedLines allows={added} />
      </Change>
      <Change name={say('consent.dropped')} empty={dropped.length === 0}>
        <AllowedLines allows={dropped} />
      </Change>
      <Change name={say('consent.concealed')} empty={concealed.length === 0}>
        <li>{named(concealed)}</li>
      </Change>
      <Change name={say('consent.shown')} empty={shown.length === 0}>
        <li>{named(shown)}</li>
      </Change>
    </dl>
  )
}

function Change(props: { readonly name: string; readonly empty: boolean; readonly children: ReactNode }) {
  if (props.empty) return null
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <ul>{props.children}</ul>
      </dd>
    </div>
  )
}
