import { Button } from 'react-aria-components'
import type { Refusal } from '@corroborate/base'
import type { RegistersView } from '@corroborate/server/api'
import { draftWords, NO_WORDS } from '../how-many/ask/draft.ts'
import { FieldGroup, WordsField } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { useTongue } from '../locale.tsx'
import { FindOne } from '../parts/find-one.tsx'
import inputs from '../styles/ask.module.css'
import type { DraftRole } from './draft-claim.ts'
import { useEntryName } from './entry-name.ts'
import { NewEntry } from './new-entry.tsx'

const PARTS = [
  ...(['perpetrator', 'victim', 'commander', 'witness'] as const),
  ...(['facility', 'instrument', 'recipient'] as const),
]

interface RoleFieldsProps {
  readonly roles: readonly DraftRole[]
  readonly onChange: (roles: readonly DraftRole[]) => void
  readonly registers: RegistersView
  readonly fault: Refusal | undefined
}

/** Who had which part: out of the registers of people and bodies, or in words. */
export function RoleFields({ roles, onChange, registers, fault }: RoleFieldsProps) {
  const { say } = useTongue()
  const add = () => onChange([...roles, { part: null, who: NO_WORDS, register: null }])
  return (
    <FieldGroup title={say('desk.claim.roles')} fault={fault}>
      {roles.map((role, at) => (
        <OneRole
          key={at}
          role={role}
          registers={registers}
          onChange={(changed) => onChange(roles.with(at, changed))}
          onDrop={() => onChange(roles.toSpliced(at, 1))}
        />
      ))}
      <div className={inputs.inLine}>
        <Button className="button" onPress={add}>
          {say('work.role.add')}
        </Button>
        <NewEntry of="person" />
        <NewEntry of="unit" />
      </div>
    </FieldGroup>
  )
}

interface OneRoleProps {
  readonly role: DraftRole
  readonly registers: RegistersView
  readonly onChange: (role: DraftRole) => void
  readonly onDrop: () => void
}

function OneRole({ role, registers: { persons, units }, onChange, onDrop }: OneRoleProps) {
  const { say } = useTongue()
  const nameOf = useEntryName()
  const entries = [...persons, ...units]
  const choose = (code: string | null) => {
    const entry = entries.find((one) => one.code === code)
    onChange({ ...role, register: code, who: entry === undefined ? role.who : draftWords(entry.name) })
  }
  return (
    <div className={inputs.period}>
      <div className={inputs.inLine}>
        <OneOf
          label={say('work.role.part')}
          options={PARTS.map((id) => ({ id, name: say(`part.${id}`) }))}
          chosen={role.part}
          choose={(part) => onChange({ ...role, part })}
        />
        <FindOne
          label={say('work.role.register')}
          options={entries.map((entry) => ({ id: entry.code, name: nameOf(entry) }))}
          chosen={role.register}
          choose={choose}
        />
        <Button className="button" onPress={onDrop}>
          {say('work.role.drop')}
        </Button>
      </div>
      <WordsField
        label={say('work.role.who')}
        look="short"
        value={role.who}
        onChange={(who) => onChange({ ...role, who })}
      />
    </div>
  )
}
