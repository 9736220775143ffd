import { useState } from 'react'
import { Button, Form } from 'react-aria-components'
import { isDay } from '@corroborate/base'
import type { LedgerPage } from '@corroborate/server/api'
import { isKey } from '@corroborate/words'
import { Field } from '../how-many/ask/fields.tsx'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import styles from '../styles/form.module.css'
import type { LedgerSearch } from './ledger-search.ts'

const ALL = ''

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
  const show = () => {
    const { since, until, record } = typed
    const day = (text: string) => (isDay(text.trim()) ? text.trim() : undefined)
    narrow({ ...search, since: day(since), until: day(until), record: record.trim() || undefined })
  }
  const field = (name: keyof typeof typed, label: string) => ({
    ...{ label, value: typed[name], look: 'short' as const },
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
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
      <Field {...field('since', say('desk.ledger.from'))} help={say('desk.ledger.day.help')} />
      <Field {...field('until', say('desk.ledger.until'))} help={say('desk.ledger.day.help')} />
      <Field {...field('record', say('desk.ledger.record'))} />
      <Button type="submit" className="button">
        {say('desk.ledger.show')}
      </Button>
    </Form>
  )
}
