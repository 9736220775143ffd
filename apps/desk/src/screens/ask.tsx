import { useSearch } from '@tanstack/react-router'
import { useTongue } from '../locale.tsx'
import { Page } from '../parts/page.tsx'
import { ListForm } from '../how-many/ask/list-form.tsx'
import { PatternForm } from '../how-many/ask/pattern-form.tsx'

/** A new "how many", asked of lists that overlap. */
export function AskLists() {
  const { say } = useTongue()
  const { linkage } = useSearch({ from: '/i/$investigation/estimates/ask/lists' })
  return (
    <Page name={say('desk.ask.lists.title')} lead={say('desk.ask.lists.note')}>
      <ListForm asked={null} linkage={linkage ?? null} />
    </Page>
  )
}

/** A new "how many", asked of claims that something recurred. */
export function AskClaims() {
  const { say } = useTongue()
  return (
    <Page name={say('desk.ask.claims.title')} lead={say('desk.ask.claims.note')}>
      <PatternForm asked={null} />
    </Page>
  )
}
