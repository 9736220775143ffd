import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { NoAnswer } from '../api.ts'
import { useTongue } from '../locale.tsx'
import styles from '../styles/page.module.css'
import { Page } from './page.tsx'
import { SignIn } from './sign-in.tsx'

/** What is shown when a screen cannot be: each reason has its own words and its own way on. */
export function Problem({ error }: { readonly error: unknown }) {
  const { say } = useTongue()
  const why = error instanceof NoAnswer ? error.why : 'fault'
  if (why === 'signed-out') return <SignIn />
  if (why === 'not-found') return <Nowhere />
  const detail = error instanceof Error && error.message !== '' ? error.message : null
  return (
    <Message name={say(`desk.problem.${why}`)} words={say(`desk.problem.${why}.words`)}>
      {detail === null ? null : (
        <p className={styles.detail}>
          <bdi>{detail}</bdi>
        </p>
      )}
      <TryAgain />
    </Message>
  )
}

/** Not found, or not the reader's: one answer for both. */
export function Nowhere() {
  const { say } = useTongue()
  return (
    <Message name={say('desk.problem.not-found')} words={say('desk.problem.not-found.words')}>
      <p>
        <Link to="/">{say('desk.investigations.all')}</Link>
      </p>
    </Message>
  )
}

/** Shown only when an answer takes long. */
export function Pending() {
  const { say } = useTongue()
  return (
    <p className={styles.pending} role="status">
      {say('desk.pending')}
    </p>
  )
}

interface MessageProps {
  readonly name: string
  readonly words: string
  readonly children?: ReactNode
}

function Message({ name, words, children }: MessageProps) {
  return (
    <div className={styles.message} role="alert">
      <Page name={name}>
        <p>{words}</p>
        {children}
      </Page>
    </div>
  )
}

function TryAgain() {
  const { say } = useTongue()
  const router = useRouter()
  const { reset } = useQueryErrorResetBoundary()
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <Button className="button" onPress={again}>
      {say('desk.problem.again')}
    </Button>
  )
}
