import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, Outlet, getRouteApi } from '@tanstack/react-router'
import { overviewOf } from '../api.ts'
import { Frame } from '../parts/frame.tsx'
import { InWords } from '../parts/in-words.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Menu } from '../parts/menu.tsx'
import { NatureTag } from '../parts/nature-tag.tsx'
import { WayBack } from '../parts/way-back.tsx'
import { useSearchKey } from '../searching/use-search-key.ts'
import { startOfWalk } from '../walk.ts'

const route = getRouteApi('/i/$investigation')

/** What is about every screen of one investigation: its name, what kind it is, its rooms, and the way back. */
export function Investigation() {
  const investigation = useInvestigation()
  const { data } = useSuspenseQuery(overviewOf(investigation))
  useSearchKey()
  const start = startOfWalk(route.useSearch({ select: (search) => search.from }))
  return (
    <Frame
      title={
        <>
          <Link to="/i/$investigation" params={{ investigation }} search={{ from: undefined }}>
            <InWords words={data.card.title} />
          </Link>
          <NatureTag nature={data.card.nature} />
        </>
      }
      menu={<Menu overview={data} />}
      wayBack={start === null ? null : <WayBack start={start} />}
    >
      <Outlet />
    </Frame>
  )
}
