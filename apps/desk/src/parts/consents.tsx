import { PURPOSES, RECIPIENTS, type Consent, type Purpose, type Recipient } from '@corroborate/testimony'
import type { SourceView } from '@corroborate/server/api'
import { Changes } from '../consenting/changes.tsx'
import { Withdraw } from '../consenting/withdraw.tsx'
import { Withdrawn } from '../consenting/withdrawn.tsx'
import { useTongue } from '../locale.tsx'
import styles from '../styles/table.module.css'
import { LanguageName } from './language-name.tsx'
import { WhenText } from './day.tsx'

/** What a witness allows, version by version, the newest first: what changed, and what came of a withdrawal. */
export function Consents({ view: { consents, withdrawals } }: { readonly view: SourceView }) {
  const { say } = useTongue()
  const newest = consents.toSorted((a, b) => b.version - a.version)
  return newest.map((consent, at) => {
    const [before, withdrawal] = [newest[at + 1], withdrawals.find((one) => one.consent === consent.id)]
    return (
      <div key={consent.id} className={styles.consent} data-withdrawn={consent.withdrawnAt !== null}>
        <ConsentMatrix consent={consent} />
        {before === undefined ? null : (
          <>
            <h3>{say('consent.changes', { version: before.version })}</h3>
            <Changes before={before} after={consent} />
          </>
        )}
        {at === 0 && consent.withdrawnAt === null ? <Withdraw consent={consent} /> : null}
        {withdrawal === undefined ? null : <Withdrawn {...{ consent, withdrawal }} />}
      </div>
    )
  })
}

function ConsentMatrix({ consent }: { readonly consent: Consent }) {
  const { say } = useTongue()
  const label = say('desk.consent.version', { version: consent.version })
  return (
    <>
      <p>
        <strong>{label}</strong> · {say('desk.consent.given-on')} <WhenText edtf={consent.givenAt} />
        {consent.withdrawnAt === null ? null : (
          <strong className={styles.withdrawn}>
            {' '}
            · {say('desk.consent.withdrawn-on')} <WhenText edtf={consent.withdrawnAt} />
          </strong>
        )}
      </p>
      <div className={styles.region} role="region" aria-label={label} tabIndex={0}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <td />
              {RECIPIENTS.map((recipient) => (
                <th key={recipient} scope="col">
                  {say(`recipient.${recipient}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {PURPOSES.map((purpose) => (
              <tr key={purpose}>
                <th scope="row">{say(`purpose.${purpose}`)}</th>
                {RECIPIENTS.map((recipient) => (
                  <Allowed key={recipient} consent={consent} purpose={purpose} recipient={recipient} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        {say('desk.consent.explained-by')} <bdi>{consent.explainedBy}</bdi> ·{' '}
        <LanguageName tag={consent.language} />
        {consent.conceal.length === 0 ? null : (
          <>
            {' '}
            · {say('desk.consent.conceal')}{' '}
            {consent.conceal.map((what) => say(`conceal.${what}`)).join(say('desk.list.comma'))}
          </>
        )}
      </p>
    </>
  )
}

interface AllowedProps {
  readonly consent: Consent
  readonly purpose: Purpose
  readonly recipient: Recipient
}

/** Whether one purpose was allowed to one recipient when this version was given. */
function Allowed({ consent, purpose, recipient }: AllowedProps) {
  const { say } = useTongue()
  const allowed = consent.allows.some((one) => one.purpose === purpose && one.recipient === recipient)
  return <td data-allowed={allowed}>{allowed ? say('desk.yes') : say('desk.no')}</td>
}
