import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { isKey } from '@corroborate/words'
import type { CustodiansView } from '@corroborate/server/api'
import { act } from '../acts.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import styles from '../styles/sealing.module.css'
import { inNames, type Circle } from './circle.ts'
import { custodiansKnown } from './custodians-known.ts'
import { releasedCopy, sealedAsked } from './queries.ts'
import { copyFor, openCopy } from './sealed-values.ts'
import { useCircle } from './use-circle.ts'
import { useDoing } from './use-doing.ts'

type Opening = CustodiansView['openings'][number]

interface OpeningsProps {
  readonly openings: readonly Opening[]
  readonly lists: CustodiansView['lists']
  /** How what was opened is shown; absent, in its own letters. */
  readonly children?: (circle: Circle, value: string) => ReactNode
}

/** Who asked to open what and why, who released it, who opened it; and what is still to be done by whoever looks. */
export function Openings({ openings, lists, children = inLetters }: OpeningsProps) {
  const { say } = useTongue()
  const circle = useCircle()
  const mayRelease = useMay('release')
  return (
    <>
      <h3 className={styles.subhead}>{say('seal.openings')}</h3>
      <ul className={styles.people}>
        {openings.map((opening) => (
          <li key={opening.id}>
            <Told opening={opening} />
            {circle === null ? null : (
              <>
                {mayRelease && opening.releasedBy === null && opening.askedBy !== circle.me ? (
                  <Release {...{ circle, opening, lists }} />
                ) : null}
                {opening.releasedBy !== null && opening.askedBy === circle.me ? (
                  <Open {...{ circle, opening }}>{children}</Open>
                ) : null}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function inLetters(_circle: Circle, value: string) {
  return (
    <p className={styles.value} translate="no">
      <bdi>{value}</bdi>
    </p>
  )
}

function Told({ opening }: { readonly opening: Opening }) {
  const { say } = useTongue()
  const key = `seal.field.${opening.field}`
  return (
    <div>
      <p>
        <strong>{isKey(key) ? say(key) : opening.field}</strong> ·{' '}
        {say('seal.opening.asked', { by: opening.askedByName })} <MomentText time={opening.askedAt} />
      </p>
      <p>
        <q dir="auto">{opening.reason}</q>
      </p>
      <p className={styles.quiet}>
        {opening.releasedAt === null ? (
          say('seal.opening.waits')
        ) : (
          <>
            {say('seal.opening.released', { by: opening.releasedByName ?? '' })}{' '}
            <MomentText time={opening.releasedAt} />
          </>
        )}
        {opening.openedAt === null ? null : (
          <>
            {' · '}
            {say('seal.opening.opened')} <MomentText time={opening.openedAt} />
          </>
        )}
      </p>
    </div>
  )
}

interface ReleaseProps {
  readonly circle: Circle
  readonly opening: Opening
  readonly lists: OpeningsProps['lists']
}

/** A second custodian's part: opened here, shown to nobody, sealed again to whoever asked. */
function Release({ circle, opening, lists }: ReleaseProps) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { busy, refusal, run } = useDoing()
  const release = () =>
    run(async () => {
      const custodians = custodiansKnown(investigation, lists, circle)
      if (!custodians.ok) return inNames(custodians, circle)
      const sealed = await sealedAsked(investigation, opening.id)
      if (!sealed.ok) return sealed
      const at = { investigation, circle, custodians: custodians.value }
      const time = new Date().toISOString()
      const copy = await copyFor(at, opening, { sealed: sealed.value, time })
      if (!copy.ok) return inNames(copy, circle)
      return act(`/investigations/${investigation}/openings/${opening.id}/release`, { copy: copy.value })
    })
  return (
    <div className={styles.buttons}>
      <Button className="button" isDisabled={busy} onPress={() => void release()}>
        {say('seal.release', { name: opening.askedByName })}
      </Button>
      <p className={styles.quiet}>{say('seal.release.note', { name: opening.askedByName })}</p>
      <RefusalNote refusal={refusal} />
    </div>
  )
}

/** What was released to me, in this window alone: hidden again, nothing of it is left in the browser. */
function Open({
  circle,
  opening,
  children,
}: Omit<ReleaseProps, 'lists'> & Required<Pick<OpeningsProps, 'children'>>) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const [value, setValue] = useState<string | null>(null)
  const { busy, refusal, run } = useDoing()
  const open = async () => {
    const opened = await run(async () => {
      const copy = await releasedCopy(investigation, opening.id)
      if (!copy.ok) return copy
      const read = await openCopy({ investigation, circle }, opening.id, copy.value)
      return read.ok ? read : inNames(read, circle)
    })
    setValue(opened.ok ? opened.value : null)
  }
  if (value !== null)
    return (
      <div className={styles.opened}>
        <p>{say('seal.opened.note')}</p>
        {children(circle, value)}
        <Button className="button" onPress={() => setValue(null)}>
          {say('seal.opened.hide')}
        </Button>
      </div>
    )
  return (
    <div className={styles.buttons}>
      <Button className="button" isDisabled={busy} onPress={() => void open()}>
        {say('seal.open')}
      </Button>
      <p className={styles.quiet}>{say('seal.open.note')}</p>
      <RefusalNote refusal={refusal} />
    </div>
  )
}
