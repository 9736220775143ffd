import { takePasskey } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { memberAtDesk } from './member-keys.ts'

/** Takes a passkey of one's own away: a device was lost. Nobody comes in by it from here on. */
export const removePasskey = act(
  'passkey.removed',
  'any-member',
  async (desk, { passkey }: { readonly passkey: string }) => {
    const member = memberAtDesk(desk)
    if (!(await takePasskey(desk.store.db, { id: passkey, member }))) return NOT_FOUND
    return done<null>(null, { subject: member, content: { member, passkey } })
  },
)
