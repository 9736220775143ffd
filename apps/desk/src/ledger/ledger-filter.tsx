import { useState } from 'react'
import { Button, Form } from 'react-aria-components'
import { isDay, type Refusal } from '@corroborate/base'
import type { LedgerPage } from '@corroborate/server/api'
import { isKey } from '@corroborate/words'
import { Field } from '../how-many/ask/fields.tsx'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import styles from '../styles/form.module.css'
import type { LedgerSearch } from './ledger-search.ts'

const ALL = ''
const NO_DAY: Refusal = { ok: false, reason: 'not-a-day', detail: '' }

function isDayOrNone(text: string): boolean {
  return text.trim() === '' || isDay(text.trim())
}

interface FilterProps {
  readonly page: Pick<LedgerPage, 'actors' | 'acts'>
  readonly search: LedgerSearch
  readonly narrow: (search: LedgerSearch) => void
}

/** Narrows the ledger: by who, by what was done, by day, by the record that it was done to. */
export function LedgerFilterForm({ page, search, narrow }: FilterProps) {
  const { say } = useTongue()
  const [typed, setTyped] = useState({
    ...{ since: search.since ?? '', until: search.until ?? '', record: search.record ?? '' },
  })
  const [tried, setTried] = useState(false)
  const { since, until, record } = typed
  const show = () => {
    setTried(true)
    if (![since, until].every(isDayOrNone)) return
    const [from, to, code] = [since, until, record].map((text) => text.trim() || undefined)
    narrow({ ...search, since: from, until: to, record: code })
  }
  const field = (name: keyof typeof typed, label: string) => ({
    ...{ label, value: typed[name], look: 'short' as const },
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
  })
  const dayField = (name: 'since' | 'until', label: string) => ({
    ...field(name, label),
    fault: tried && !isDayOrNone(typed[name]) ? NO_DAY : undefined,
  })
  return (
    <Form
      className={styles.filters ?? ''}
      aria-label={say('desk.ledger.narrow')}
      onSubmit={(event) => {
        event.preventDefault()
        show()
      }}
    >
      <Choice
        label={say('desk.ledger.actor')}
        options={[{ id: ALL, name: say('desk.ledger.anybody') }, ...page.actors]}
        chosen={search.actor ?? ALL}
        choose={(id) => narrow({ ...search, actor: id === ALL ? undefined : id })}
      />
      <Choice
        label={say('desk.ledger.act')}
        options={[
          { id: ALL, name: say('desk.ledger.anything') },
          ...page.acts.map((id) => {
            const key = `act.${id}`
            return { id, name: isKey(key) ? say(key) : id }
          }),
        ]}
        chosen={search.act ?? ALL}
        choose={(id) => narrow({ ...search, act: id === ALL ? undefined : id })}
      />
      <Field {...dayField('since', say('desk.ledger.from'))} />
      <Field {...dayField('until', say('desk.ledger.until'))} />
      <Field {...field('record', say('desk.ledger.record'))} />
      <Button type="submit" className="button">
        {say('desk.ledger.show')}
      </Button>
    </Form>
  )
}
