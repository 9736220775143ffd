import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTongue } from '../locale.tsx'
import styles from '../styles/sealing.module.css'
import type { Circle } from './circle.ts'
import { keysKept } from './queries.ts'
import { Unlock } from './unlock.tsx'
import { useCircle } from './use-circle.ts'

/** What takes keys: shown when mine are open; else the way to open or to make them. */
export function WithKeys({ children }: { readonly children: (circle: Circle) => ReactNode }) {
  const { say } = useTongue()
  const { data } = useSuspenseQuery(keysKept)
  const circle = useCircle()
  if (circle) return children(circle)
  if (data.wrapped) return <Unlock wrapped={data.wrapped} />
  return (
    <p className={styles.lines}>
      {say('seal.no-keys')} <Link to="/keys">{say('seal.keys')}</Link>
    </p>
  )
}
