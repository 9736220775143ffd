import { useSuspenseQuery } from '@tanstack/react-query'
import { Passkeys } from '../account/passkeys.tsx'
import { Passphrase } from '../account/passphrase.tsx'
import { account } from '../account/queries.ts'
import { Sessions } from '../account/sessions.tsx'
import { session } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { MembersLink } from '../members/members-link.tsx'
import { Frame } from '../parts/frame.tsx'
import { Page } from '../parts/page.tsx'

/** How I come in, and where I am signed in. */
export function Account() {
  const { say } = useTongue()
  const { data } = useSuspenseQuery(account)
  const { member } = useSuspenseQuery(session).data
  return (
    <Frame>
      <Page name={say('account')} lead={say('desk.signed-in', { name: member.name })}>
        <MembersLink />
        <Passkeys passkeys={data.passkeys} />
        <Passphrase passphrase={data.passphrase} />
        <Sessions sessions={data.sessions} />
      </Page>
    </Frame>
  )
}
