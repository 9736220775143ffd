import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { session } from '../api.ts'
import { useTongue } from '../locale.tsx'
import styles from '../styles/account.module.css'

/** To the members of the house, for whoever administers; nobody else is told that there is such a place. */
export function MembersLink() {
  const { say } = useTongue()
  const { administers } = useSuspenseQuery(session).data
  return administers ? (
    <p className={styles.invitation}>
      {say('members.to')} <Link to="/members">{say('members.to.link')}</Link>
    </p>
  ) : null
}
