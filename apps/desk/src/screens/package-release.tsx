import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTongue } from '../locale.tsx'
import { Page, Section } from '../parts/page.tsx'
import { useMay } from '../parts/may.ts'
import { Checked } from '../releasing/checked.tsx'
import { placeOfPackage, releaseCheckOf } from '../releasing/queries.ts'
import { WayState } from '../releasing/way-state.tsx'

const route = getRouteApi('/i/$investigation/releases/package/$scope')

/** A package for somebody outside, before it is made: what the check finds in this browser, and who let it go. */
export function PackageRelease() {
  const { say } = useTongue()
  const { investigation, scope } = route.useParams()
  const { data: view } = useSuspenseQuery(releaseCheckOf(investigation, placeOfPackage(scope)))
  const mayPackage = useMay('package')
  return (
    <Page
      name={say('release.package', { recipient: say(`recipient.${view.recipient}`) })}
      kicker={
        <Link to="/i/$investigation/releases" params={{ investigation }} search={{ from: undefined }}>
          {say('releases')}
        </Link>
      }
      lead={<WayState {...view} publishedAt={null} />}
    >
      <Checked at={placeOfPackage(scope)} report={null} />
      {mayPackage ? (
        <Section title={say('desk.packages.make')}>
          <p>{say('release.package.make')}</p>
          <Link to="/i/$investigation/packages" params={{ investigation }} search={{ from: undefined }}>
            {say('desk.packages')}
          </Link>
        </Section>
      ) : null}
    </Page>
  )
}
