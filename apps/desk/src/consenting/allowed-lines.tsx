import { isAllowed, PURPOSES, RECIPIENTS, type Consent } from '@corroborate/testimony'
import { useTongue } from '../locale.tsx'

/** What is allowed, a line for each purpose that anybody is allowed: "Quotation: UN mechanism, Public". */
export function AllowedLines({ allows }: { readonly allows: Consent['allows'] }) {
  const { say } = useTongue()
  return PURPOSES.flatMap((purpose) => {
    const recipients = RECIPIENTS.filter((recipient) => isAllowed(allows, { purpose, recipient }))
    if (recipients.length === 0) return []
    const names = recipients.map((recipient) => say(`recipient.${recipient}`))
    return (
      <li key={purpose}>
        {say(`purpose.${purpose}`)}: {names.join(say('desk.list.comma'))}
      </li>
    )
  })
}
