import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTongue } from '../locale.tsx'
import styles from '../styles/account.module.css'
import { account } from './queries.ts'

/** For whoever came by a link and could come back by nothing else. */
export function Invitation() {
  const { say } = useTongue()
  const { data } = useQuery(account)
  if (data === undefined || data.passkeys.length > 0 || data.passphrase !== null) return null
  return (
    <p className={styles.invitation}>
      {say('account.invitation')} <Link to="/account">{say('account.invitation.link')}</Link>
    </p>
  )
}
