import { ComeIn } from '../account/come-in.tsx'
import { useTongue } from '../locale.tsx'
import styles from '../styles/page.module.css'
import { Page, Section } from './page.tsx'

/** For a reader who is not signed in. Whoever comes in begins with a page that knows nothing of who was here before. */
export function SignIn() {
  const { say } = useTongue()
  return (
    <div className={styles.message}>
      <Page name={say('sign-in')}>
        <ComeIn onIn={() => location.reload()} />
        <Section title={say('sign-in.link')}>
          <p>{say('sign-in.link.words')}</p>
          <p>{say('sign-in.link.again')}</p>
          <p>
            <kbd className="code" dir="ltr">
              npm start
            </kbd>
          </p>
        </Section>
      </Page>
    </div>
  )
}
