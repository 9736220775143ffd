import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTongue } from '../locale.tsx'
import { MadePackages } from '../packages/made-packages.tsx'
import { MakePackage } from '../packages/make-package.tsx'
import { packagesOf } from '../packages/queries.ts'
import { TakePackageIn } from '../packages/take-package-in.tsx'
import { MomentText } from '../parts/day.tsx'
import { Facts } from '../parts/facts.tsx'
import { Code } from '../parts/in-words.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { Page } from '../parts/page.tsx'
import styles from '../styles/packages.module.css'

/** What left as a package and what came as one, with what is withheld and why. */
export function Packages() {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data } = useSuspenseQuery(packagesOf(investigation))
  const mayPackage = useMay('package')
  return (
    <Page name={say('desk.packages')} lead={say('desk.packages.note')}>
      {data.key === null ? null : (
        <Facts
          facts={[
            {
              name: say('desk.packages.signed-by'),
              value: (
                <span className={styles.id}>
                  <Code>{data.key}</Code>
                </span>
              ),
            },
          ]}
        />
      )}
      {data.open === 0 ? null : (
        <p>
          <Link to="/i/$investigation/conflicts" params={{ investigation }}>
            {say('desk.packages.conflicts', { count: data.open })}
          </Link>
        </p>
      )}
      <p>
        <a href="/public">{say('desk.packages.public')}</a>
      </p>
      <div className={styles.listed}>
        {data.made.length === 0 ? <p>{say('desk.packages.none')}</p> : <MadePackages made={data.made} />}
        {mayPackage ? <MakePackage /> : null}
        {mayPackage ? <TakePackageIn /> : null}
      </div>
      {data.received.length === 0 ? null : (
        <section>
          <h2>{say('desk.packages.received')}</h2>
          <ul className={styles.reasons}>
            {data.received.map(({ package: name, at, by, added, replaced, kept }) => (
              <li key={name} className={styles.id}>
                <bdi>{by}</bdi> <MomentText time={at} /> <Code>{name}</Code>{' '}
                {say('desk.packages.taken', { added, replaced, kept })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}
