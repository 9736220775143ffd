import { useState } from 'react'
import { isDay, wordsIn, type Refusal } from '@corroborate/base'
import type { MembersView } from '@corroborate/server/api'
import { act } from '../acts.ts'
import { DecisionForm } from '../deciding/decision-form.tsx'
import { missing } from '../how-many/ask/draft.ts'
import { Field } from '../how-many/ask/fields.tsx'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import { useDoing } from '../sealing/use-doing.ts'

interface GiveRoleProps {
  readonly member: string
  readonly view: MembersView
}

/** Gives a role in one of the investigations that the reader administers. */
export function GiveRole({ member, view: { investigations, roles } }: GiveRoleProps) {
  const { say, locale } = useTongue()
  const { busy, refusal, run } = useDoing()
  const [at, setAt] = useState<string>(investigations[0]?.id ?? '')
  const [role, setRole] = useState(roles[0])
  const [day, setDay] = useState('')
  const [fault, setFault] = useState<Refusal | undefined>(undefined)
  const give = async () => {
    const ends = endOf(day.trim())
    setFault(ends === null ? missing('day') : undefined)
    if (ends === null) return
    const given = await run(() => act(`/investigations/${at}/roles`, { member, role, ...ends }))
    if (given.ok) setDay('')
  }
  if (role === undefined) return null
  return (
    <DecisionForm
      title={say('member.role.give')}
      note={say(`member.role.does.${role}`)}
      does={say('member.role.give')}
      busy={busy}
      refusal={refusal}
      onDecide={give}
    >
      <Choice
        label={say('member.role.investigation')}
        options={investigations.map(({ id, title }) => ({ id, name: wordsIn(locale, title) }))}
        chosen={at}
        choose={setAt}
      />
      <Choice
        label={say('member.role')}
        options={roles.map((id) => ({ id, name: say(`member-role.${id}`) }))}
        chosen={role}
        choose={(chosen) => setRole(roles.find((one) => one === chosen))}
      />
      <Field
        label={say('member.role.ends')}
        help={say('member.role.ends.help')}
        look="short"
        value={day}
        onChange={setDay}
        fault={fault}
      />
    </DecisionForm>
  )
}

/** The end of a day that was typed, none where nothing was; null where it is no day. */
function endOf(day: string): { readonly endsAt?: string } | null {
  if (day === '') return {}
  return isDay(day) ? { endsAt: `${day}T23:59:59.999Z` } : null
}
