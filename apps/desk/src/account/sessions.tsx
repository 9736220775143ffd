import { Button } from 'react-aria-components'
import { printWhen, type Locale } from '@corroborate/base'
import type { AccountView } from '@corroborate/server/api'
import type { Key } from '@corroborate/words'
import { send } from '../acts.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { Section } from '../parts/page.tsx'
import { useDoing } from '../sealing/use-doing.ts'
import styles from '../styles/account.module.css'
import inputs from '../styles/ask.module.css'

type Browser = AccountView['sessions'][number]

/** Where I am signed in, each with its end, and the way out of all of it. */
export function Sessions({ sessions }: Pick<AccountView, 'sessions'>) {
  const { say, locale } = useTongue()
  const { busy, refusal, run } = useDoing()
  const end = (session: string) => void run(() => send('/account/session/ended', { session }))
  const endAll = async () => {
    const ended = await run(() => send('/account/sessions/ended', {}))
    if (ended.ok) location.assign('/')
  }
  return (
    <Section title={say('account.sessions')} note={say('account.sessions.note')}>
      <ul className={styles.rows}>
        {sessions.map((browser) => (
          <li key={browser.id}>
            <BrowserRow browser={browser} />
            {browser.isThis ? (
              <SignOut />
            ) : (
              <Button
                className="button"
                aria-label={say('account.session.end.which', { since: inWords(locale, browser.since) })}
                isDisabled={busy}
                onPress={() => end(browser.id)}
              >
                {say('account.session.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={inputs.end}>
        <Button className="button" isDisabled={busy} onPress={() => void endAll()}>
          {say('account.sessions.end')}
        </Button>
      </div>
      <RefusalNote refusal={refusal} />
    </Section>
  )
}

/** This browser goes by the door, which takes the cookie too. */
function SignOut() {
  const { say } = useTongue()
  return (
    <form method="post" action="/sign-out">
      <Button type="submit" className="button">
        {say('account.sign-out')}
      </Button>
    </form>
  )
}

function BrowserRow({ browser }: { readonly browser: Browser }) {
  const { say } = useTongue()
  const { since, seen, isThis } = browser
  return (
    <span>
      {say(wayOf(browser), { name: browser.passkey ?? '' })}
      {isThis ? <strong> · {say('account.session.this')}</strong> : null}
      <small>
        {say('account.session.since')} <MomentText time={since} />
      </small>
      <small>
        {seen === null ? (
          say('account.session.seen.lately')
        ) : (
          <>
            {say('account.session.seen')} <MomentText time={seen} />
          </>
        )}
      </small>
    </span>
  )
}

function wayOf({ way, passkey }: Browser): Key {
  if (way === null) return 'account.session.unknown'
  return way === 'passkey' && passkey !== null ? 'account.session.passkey.named' : `account.session.${way}`
}

/** To the second, in universal time, as it stands beside it. */
function inWords(locale: Locale, time: string): string {
  return `${printWhen(locale, time.slice(0, 10))} ${time.slice(11, 19)} UTC`
}
