import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'react-aria-components'
import type { SearchView } from '@corroborate/server/api'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { Page } from '../parts/page.tsx'
import type { Narrowed, SearchAddress } from '../searching/address.ts'
import { FacetLists } from '../searching/facet-lists.tsx'
import { FoundGroups } from '../searching/found-groups.tsx'
import { searchOf } from '../searching/queries.ts'
import { SavedSearches } from '../searching/saved-searches.tsx'
import { SearchForm } from '../searching/search-form.tsx'
import styles from '../styles/search.module.css'

const route = getRouteApi('/i/$investigation/search')
/** As many of one kind as the server gives at once. */
const PAGE = 20

/** Words, wherever they stand: in texts and passages, in claims and in the registers. */
export function Search() {
  const { say } = useTongue()
  const navigate = route.useNavigate()
  const { investigation } = route.useParams()
  const address = route.useSearch()
  const { data: found = null, isFetching } = useQuery(searchOf(investigation, address))
  const go = (search: SearchAddress) => void navigate({ search })
  const narrow = (by: Narrowed, to: string | undefined) => go({ ...address, past: undefined, [by]: to })
  const asked = address.q !== undefined
  return (
    <Page name={say('search.title')} lead={say('search.note')}>
      <SearchForm key={address.q ?? ''} words={address.q ?? ''} ask={(q) => go({ q })} />
      <SavedSearches address={address} />
      <RefusalNote refusal={found?.ok === false && asked ? found : null} />
      {asked && found?.ok === true ? (
        <div className={styles.columns} aria-busy={isFetching}>
          <FacetLists view={found.value} address={address} narrow={narrow} />
          <div>
            <p role="status">{say('search.total', { count: found.value.total })}</p>
            <FoundGroups view={found.value} more={address.kind === undefined ? allOf : null} />
            <Pages total={found.value.total} address={address} go={go} />
          </div>
        </div>
      ) : null}
    </Page>
  )

  function allOf(kind: SearchView['groups'][number]['kind'], count: number) {
    return (
      <Button className="button" onPress={() => narrow('kind', kind)}>
        {say('search.all', { count })}
      </Button>
    )
  }
}

interface PagesProps {
  readonly total: number
  readonly address: SearchAddress
  readonly go: (address: SearchAddress) => void
}

/** Of one kind, page by page. */
function Pages({ total, address, go }: PagesProps) {
  const { say } = useTongue()
  const past = address.past ?? 0
  if (address.kind === undefined || total <= PAGE) return null
  const to = (place: number) => () => go({ ...address, past: place === 0 ? undefined : place })
  return (
    <p className={styles.pages}>
      <Button className="button" isDisabled={past === 0} onPress={to(Math.max(0, past - PAGE))}>
        {say('search.earlier')}
      </Button>
      <Button className="button" isDisabled={past + PAGE >= total} onPress={to(past + PAGE)}>
        {say('search.later')}
      </Button>
    </p>
  )
}
