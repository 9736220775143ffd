import { useTongue } from '../locale.tsx'
import styles from '../styles/page.module.css'
import { Page } from './page.tsx'

/** For a reader who is not signed in: there is no password to type, only the link that the program prints. */
export function SignIn() {
  const { say } = useTongue()
  return (
    <div className={styles.message}>
      <Page name={say('desk.sign-in')}>
        <p>{say('desk.sign-in.words')}</p>
        <p>{say('desk.sign-in.again')}</p>
        <p>
          <kbd className="code" dir="ltr">
            npm start
          </kbd>
        </p>
      </Page>
    </div>
  )
}
