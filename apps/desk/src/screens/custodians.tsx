import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, linkOptions } from '@tanstack/react-router'
import { useState } from 'react'
import type { CustodiansView } from '@corroborate/server/api'
import { ORIGINAL } from '@corroborate/vault/sealing'
import { overviewOf } from '../api.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { Facts } from '../parts/facts.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { Num } from '../parts/numbers.tsx'
import { Page, Section } from '../parts/page.tsx'
import { inNames, type Circle } from '../sealing/circle.ts'
import { custodiansKnown } from '../sealing/custodians-known.ts'
import { DraftedKey, NameCustodians, type Drafted } from '../sealing/name-custodians.tsx'
import { RecipientNames } from '../sealing/recipient-names.tsx'
import { custodiansOf } from '../sealing/queries.ts'
import { useCircle } from '../sealing/use-circle.ts'
import { WithKeys } from '../sealing/with-keys.tsx'
import styles from '../styles/sealing.module.css'

/** To whom the identities of this investigation are sealed, and what was asked to be opened. */
export function Custodians() {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data: view } = useSuspenseQuery(custodiansOf(investigation))
  const { data: overview } = useSuspenseQuery(overviewOf(investigation))
  const circle = useCircle()
  const [drafted, setDrafted] = useState<Drafted | null>(null)
  if (drafted && circle)
    return (
      <Page name={say('seal.identity-key')}>
        <p className={styles.notPrinted}>{say('seal.sheet.once')}</p>
        <DraftedKey {...{ circle, drafted }} code={overview.card.code} onDone={() => setDrafted(null)} />
      </Page>
    )
  return (
    <Page name={say('seal.custodians')} lead={say('seal.custodians.note')}>
      <Facts
        facts={[{ name: say('seal.custodians.role'), value: <RoleHolders custodians={view.custodians} /> }]}
      />
      <Section title={say('seal.custodians.now')}>
        <WithKeys>{(own) => <Present circle={own} view={view} onDraft={setDrafted} />}</WithKeys>
      </Section>
      <Section title={say('seal.openings')} note={say('seal.openings.note')}>
        <Asked openings={view.openings} />
      </Section>
    </Page>
  )
}

function RoleHolders({ custodians }: Pick<CustodiansView, 'custodians'>) {
  const { say } = useTongue()
  return custodians.length === 0 ? (
    say('seal.custodians.role.none')
  ) : (
    <bdi>{custodians.map(({ name }) => name).join(say('desk.list.comma'))}</bdi>
  )
}

interface PresentProps {
  readonly circle: Circle
  readonly view: CustodiansView
  readonly onDraft: (drafted: Drafted) => void
}

/** The list that holds, as this browser could verify it; and the way to the next one. */
function Present({ circle, view, onDraft }: PresentProps) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const mayName = useMay('release')
  const known = custodiansKnown(investigation, view.lists, circle)
  const isFirst = !known.ok && known.reason === 'no-custodian'
  if (!known.ok && !isFirst)
    return (
      <>
        <RefusalNote refusal={inNames(known, circle)} />
        <p className={styles.lines}>
          <Link to="/keys">{say('seal.people')}</Link>
        </p>
      </>
    )
  const current = known.ok ? known.value.current : null
  const isCustodian = current?.custodians.some(({ member }) => member === circle.me) ?? true
  return (
    <div className={styles.parts}>
      {current ? (
        <Facts
          facts={[
            {
              name: say('seal.value.to'),
              value: (
                <RecipientNames
                  circle={circle}
                  recipients={current.custodians.map(({ member }) => ({ name: member }))}
                />
              ),
            },
            { name: say('seal.keys.version'), value: <Num value={current.version} /> },
            { name: say('seal.custodians.since'), value: <MomentText time={current.time} /> },
            {
              name: say('seal.identity-key'),
              value: say(current.identityKey.split ? 'seal.identity-key.split' : 'seal.identity-key.whole', {
                needed: current.identityKey.split?.needed ?? 1,
                of: current.identityKey.split?.shares.length ?? 1,
              }),
            },
          ]}
        />
      ) : (
        <p>{say('seal.custodians.none')}</p>
      )}
      {mayName && isCustodian && circle.author ? (
        <NameCustodians {...{ circle, view, current, onDraft }} />
      ) : null}
    </div>
  )
}

/** Every request in the investigation, the latest first; each leads to its source, exhibit or text, where it is released and opened. */
function Asked({ openings }: Pick<CustodiansView, 'openings'>) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  if (openings.length === 0) return <p className={styles.quiet}>{say('seal.openings.none')}</p>
  return (
    <ul className={styles.people}>
      {openings.map((opening) => (
        <li key={opening.id}>
          <p>
            <Link {...placeOf(investigation, opening)}>
              {say('seal.opening.asked', { by: opening.askedByName })}
            </Link>{' '}
            <MomentText time={opening.askedAt} />
          </p>
          <p>
            <q dir="auto">{opening.reason}</q>
          </p>
          <p className={styles.quiet}>
            {opening.releasedAt === null
              ? say('seal.opening.waits')
              : say('seal.opening.released', { by: opening.releasedByName ?? '' })}
          </p>
        </li>
      ))}
    </ul>
  )
}

function placeOf(investigation: string, { record, field }: CustodiansView['openings'][number]) {
  if (field === ORIGINAL)
    return linkOptions({ to: '/i/$investigation/texts/$text', params: { investigation, text: record } })
  return field === 'file'
    ? linkOptions({ to: '/i/$investigation/exhibits/$exhibit', params: { investigation, exhibit: record } })
    : linkOptions({ to: '/i/$investigation/sources/$source', params: { investigation, source: record } })
}
