import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTongue } from '../locale.tsx'
import styles from '../styles/sealing.module.css'

interface SheetProps {
  readonly title: string
  /** Whose it is, of when. */
  readonly of: ReactNode
  readonly secret: string
  readonly note: string
}

/** A secret on a sheet of its own when it is printed. */
export function PrintSheet({ title, of, secret, note }: SheetProps) {
  return (
    <article className={styles.sheet}>
      <h2>{title}</h2>
      <p>{of}</p>
      <Secret text={secret} />
      <p>{note}</p>
    </article>
  )
}

/** Letters to be copied by hand, from left to right in every language, broken between groups only. */
export function Secret({ text }: { readonly text: string }) {
  return (
    <p className={styles.secret} lang="en" dir="ltr" translate="no">
      {text}
    </p>
  )
}

export function PrintButton() {
  const { say } = useTongue()
  return (
    <Button className="button" onPress={() => window.print()}>
      {say('seal.print')}
    </Button>
  )
}
