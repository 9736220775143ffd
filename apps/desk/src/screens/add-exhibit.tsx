import { lazy, Suspense, useState } from 'react'
import { ChooseFile, type ReadyFile } from '../exhibits/choose-file.tsx'
import { DescribeExhibit } from '../exhibits/describe-exhibit.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { useTongue } from '../locale.tsx'
import { Page } from '../parts/page.tsx'
import { Pending } from '../parts/problem.tsx'
import styles from '../styles/exhibits.module.css'

/** With all that seals, for which nobody waits who does not seal. */
const SealToCustodians = lazy(() =>
  import('../exhibits/seal-to-custodians.tsx').then((part) => ({ default: part.SealToCustodians })),
)

const WAYS = ['as-is', 'sealed'] as const

/** Takes in a file as evidence: as it is, or sealed in this browser first. */
export function AddExhibit() {
  const { say } = useTongue()
  const [way, setWay] = useState<(typeof WAYS)[number]>('as-is')
  return (
    <Page name={say('desk.exhibit.add')} lead={say('desk.exhibit.add.note')}>
      <div className={styles.way}>
        <OneOf
          label={say('desk.exhibit.way')}
          options={WAYS.map((id) => ({ id, name: say(`desk.exhibit.way.${id}`) }))}
          chosen={way}
          choose={setWay}
        />
        <p>{say(`desk.exhibit.way.${way}.note`)}</p>
      </div>
      {way === 'as-is' ? (
        <ChooseFile sealing={null}>{described}</ChooseFile>
      ) : (
        <Suspense fallback={<Pending />}>
          <SealToCustodians>
            {(sealing) => <ChooseFile sealing={sealing}>{described}</ChooseFile>}
          </SealToCustodians>
        </Suspense>
      )}
    </Page>
  )
}

function described(ready: ReadyFile) {
  return <DescribeExhibit key={ready.digests.sha256} ready={ready} />
}
