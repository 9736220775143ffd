import { PURPOSES, RECIPIENTS, type Consent, type Purpose, type Recipient } from '@corroborate/testimony'
import { useTongue } from '../locale.tsx'
import styles from '../styles/table.module.css'
import { LanguageName } from './language-name.tsx'
import { WhenText } from './day.tsx'

/** What a witness allows, version by version: purposes by recipients. */
export function Consents({ consents }: { readonly consents: readonly Consent[] }) {
  return consents.map((consent) => <ConsentMatrix key={consent.id} consent={consent} />)
}

function ConsentMatrix({ consent }: { readonly consent: Consent }) {
  const { say } = useTongue()
  const label = say('desk.consent.version', { version: consent.version })
  return (
    <div className={styles.consent} data-withdrawn={consent.withdrawnAt !== null}>
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
    </div>
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
