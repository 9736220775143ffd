import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTongue } from '../locale.tsx'
import styles from '../styles/frame.module.css'
import { LanguageSwitch } from './language-switch.tsx'

interface FrameProps {
  /** Beside the name of the program: which investigation this is. */
  readonly title?: ReactNode
  readonly menu?: ReactNode
  /** Stays in sight while the page scrolls. */
  readonly wayBack?: ReactNode
  /** Whether nobody is signed in: there is no account to lead to. */
  readonly atDoor?: boolean
  readonly children: ReactNode
}

/** The head of every screen and the place for what it shows. */
export function Frame({ title, menu, wayBack, atDoor = false, children }: FrameProps) {
  const { say } = useTongue()
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        <div className={styles.barLine}>
          <Link to="/" className={styles.wordmark} aria-label={say('desk.home')}>
            <svg viewBox="0 0 32 20" aria-hidden="true">
              <circle cx="11" cy="10" r="8" />
              <circle cx="21" cy="10" r="8" />
            </svg>
            <span translate="no">Corroborate</span>
          </Link>
          <div className={styles.barTitle}>{title}</div>
          {atDoor ? null : (
            <>
              <Link to="/keys" className={styles.keys}>
                {say('seal.keys')}
              </Link>
              <Link to="/account" className={styles.keys}>
                {say('account')}
              </Link>
            </>
          )}
          <LanguageSwitch />
        </div>
        {menu}
        {wayBack}
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  )
}
