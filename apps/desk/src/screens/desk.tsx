import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ProveDialog } from '../account/prove-dialog.tsx'
import { useTongue } from '../locale.tsx'
import styles from '../styles/frame.module.css'

/** What is about every screen: the way past the menus, and where the focus goes when a reader arrives. */
export function Desk() {
  const { say } = useTongue()
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation, toLocation }) => {
        if (pathChanged && fromLocation !== undefined) focusArrival(toLocation.hash)
      }),
    [router],
  )
  return (
    <>
      <a className={styles.skip} href="#content" onClick={skip}>
        {say('desk.skip')}
      </a>
      <Outlet />
      <ProveDialog />
    </>
  )
}

/** By focus and not by address: the hash of a report's address names a sentence. */
function skip(event: React.MouseEvent) {
  event.preventDefault()
  document.getElementById('content')?.focus()
}

/** Where the address leads within the screen, or else its heading: the next key press goes on from there. */
function focusArrival(hash: string) {
  const place = hash === '' ? null : document.getElementById(hash)
  const field = place instanceof HTMLInputElement ? place : null
  const within = field ?? place?.closest('mark')?.querySelector('a') ?? place?.querySelector('button')
  const target = within ?? document.querySelector<HTMLElement>('main h1')
  target?.focus({ preventScroll: true })
}
