import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { isKey } from '@corroborate/words'
import { claimsOf, sourcesOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { Choice, type Option } from '../parts/choice.tsx'
import { ClaimTable } from '../parts/claim-table.tsx'
import { More } from '../parts/more.tsx'
import { Page } from '../parts/page.tsx'
import styles from '../styles/form.module.css'

const route = getRouteApi('/i/$investigation/claims')
const ALL = ''

/** What the sources assert, narrowed to a topic or a source. */
export function Claims() {
  const { say } = useTongue()
  const { investigation } = route.useParams()
  const { topic, source } = route.useSearch()
  const claims = useSuspenseInfiniteQuery(
    claimsOf(investigation, { topic: topic ?? null, source: source ?? null }),
  )
  const first = claims.data.pages[0]
  return (
    <Page name={say('desk.claims')} lead={say('desk.claims.note')}>
      <div className={styles.filters}>
        <TopicChoice topics={first?.topics ?? []} />
        <SourceChoice />
        <p role="status">{say('desk.claims.found', { claims: first?.total ?? 0 })}</p>
      </div>
      <ClaimTable label={say('desk.claims')} claims={claims.data.pages.flatMap((page) => page.claims)} />
      <More pages={claims} />
    </Page>
  )
}

function TopicChoice({ topics }: { readonly topics: readonly string[] }) {
  const { say } = useTongue()
  const navigate = route.useNavigate()
  const { topic } = route.useSearch()
  const options: readonly Option[] = [
    { id: ALL, name: say('desk.claims.all-topics') },
    ...topics.map((id) => {
      const key = `topic.${id}`
      return { id, name: isKey(key) ? say(key) : id }
    }),
  ]
  return (
    <Choice
      label={say('desk.claim.topic')}
      options={options}
      chosen={topic ?? ALL}
      choose={(id) =>
        void navigate({ search: (before) => ({ ...before, topic: id === ALL ? undefined : id }) })
      }
    />
  )
}

function SourceChoice() {
  const { say } = useTongue()
  const navigate = route.useNavigate()
  const { investigation } = route.useParams()
  const { source } = route.useSearch()
  const { data } = useSuspenseQuery(sourcesOf(investigation))
  const options: readonly Option[] = [
    { id: ALL, name: say('desk.claims.all-sources') },
    ...data.map((row) => ({ id: row.id, name: row.code })),
  ]
  return (
    <Choice
      label={say('desk.claim.source')}
      options={options}
      chosen={source ?? ALL}
      choose={(id) =>
        void navigate({ search: (before) => ({ ...before, source: id === ALL ? undefined : id }) })
      }
    />
  )
}
