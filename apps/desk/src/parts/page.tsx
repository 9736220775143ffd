import { useEffect, type ReactNode } from 'react'
import { useTongue } from '../locale.tsx'
import styles from '../styles/page.module.css'

interface PageProps {
  /** The name of the page in the window's title; also its heading, unless that holds more than text. */
  readonly name: string
  readonly kicker?: ReactNode
  readonly heading?: ReactNode
  /** One sentence under the heading: what the screen is for. */
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** A screen: its title in the window, its heading (which has the focus when a reader arrives), and what it shows. */
export function Page({ name, kicker, heading, lead, children }: PageProps) {
  const { say } = useTongue()
  useEffect(() => {
    document.title = say('desk.title', { page: name })
  }, [name, say])
  return (
    <>
      <header className={styles.head}>
        {kicker === undefined ? null : <p className={styles.kicker}>{kicker}</p>}
        <h1 tabIndex={-1}>{heading ?? name}</h1>
        {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
      </header>
      {children}
    </>
  )
}

interface SectionProps {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly children: ReactNode
}

/** A part of a screen under a heading of its own. */
export function Section({ title, note, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {note === undefined ? null : <div className={styles.note}>{note}</div>}
      </div>
      {children}
    </section>
  )
}
