import { lazy, Suspense, useState } from 'react'
import { Button, DropZone, FileTrigger } from 'react-aria-components'
import { ok, type Outcome, type Refusal } from '@corroborate/base'
import { DescribeExhibit, type ReadyFile } from '../exhibits/describe-exhibit.tsx'
import { digestFile, sealBesidePage } from '../exhibits/prepare-file.ts'
import { Progress } from '../exhibits/progress.tsx'
import type { FileSealing } from '../exhibits/seal-to-custodians.tsx'
import { NAME_OF_SEALED } from '../exhibits/sealed-file-said.ts'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
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
        <ChooseFile sealing={null} />
      ) : (
        <Suspense fallback={<Pending />}>
          <SealToCustodians>{(sealing) => <ChooseFile sealing={sealing} />}</SealToCustodians>
        </Suspense>
      )}
    </Page>
  )
}

interface ChooseFileProps {
  readonly sealing: FileSealing | null
}

/** A file is chosen or dropped, digested here, sealed before where that is asked, described, and sent. */
function ChooseFile({ sealing }: ChooseFileProps) {
  const { say } = useTongue()
  const [file, setFile] = useState<File | null>(null)
  const [share, setShare] = useState(0)
  const [ready, setReady] = useState<ReadyFile | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const choose = async (picked: File | undefined) => {
    if (picked === undefined) return
    setFile(picked)
    setReady(null)
    setRefusal(null)
    setShare(0)
    const prepared = await readyFile(picked, sealing, (bytes) => setShare(Math.min(1, bytes / picked.size)))
    setRefusal(prepared.ok ? null : prepared)
    if (prepared.ok) setReady(prepared.value)
  }
  const preparing = file !== null && ready === null && refusal === null
  return (
    <>
      <DropZone
        className={styles.drop ?? ''}
        aria-label={say('desk.exhibit.drop')}
        onDrop={({ items }) => {
          const item = items.find((one) => one.kind === 'file')
          if (item !== undefined) void item.getFile().then(choose)
        }}
      >
        <FileTrigger onSelect={(files) => void choose(files?.[0])}>
          <Button className="button" isDisabled={preparing}>
            {say(file === null ? 'desk.exhibit.choose' : 'desk.receive.choose-other')}
          </Button>
        </FileTrigger>
        <p role="status">{file === null ? say('desk.exhibit.drop') : <bdi>{file.name}</bdi>}</p>
      </DropZone>
      {preparing ? (
        <Progress
          label={say(sealing ? 'desk.exhibit.being-sealed' : 'desk.exhibit.digesting')}
          share={share}
        />
      ) : null}
      <RefusalNote refusal={refusal} />
      {ready === null ? null : <DescribeExhibit key={ready.digests.sha256} ready={ready} />}
    </>
  )
}

async function readyFile(
  picked: File,
  sealing: FileSealing | null,
  onBytes: (bytes: number) => void,
): Promise<Outcome<ReadyFile>> {
  if (sealing === null) {
    const digested = await digestFile(picked, onBytes)
    return digested.ok ? ok({ ...digested.value, name: picked.name, seal: null }) : digested
  }
  const sealed = await sealBesidePage(picked, sealing.recipients, onBytes)
  if (!sealed.ok) return sealed
  const { file, digests, header } = sealed.value
  const said = { header, name: picked.name, type: picked.type }
  return ok({ file, digests, name: NAME_OF_SEALED, seal: (exhibit) => sealing.seal(exhibit, said) })
}
