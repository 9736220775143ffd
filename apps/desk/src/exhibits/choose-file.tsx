import { useState, type ReactNode } from 'react'
import { Button, DropZone, FileTrigger } from 'react-aria-components'
import { ok, type Outcome, type Refusal, type StreamDigests } from '@corroborate/base'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import styles from '../styles/exhibits.module.css'
import { digestFile, sealBesidePage } from './prepare-file.ts'
import { Progress } from './progress.tsx'
import type { FileSealing } from './seal-to-custodians.tsx'
import { NAME_OF_SEALED } from './sealed-file-said.ts'

/** A file that is ready to be sent. */
export interface ReadyFile {
  readonly file: Blob
  readonly digests: StreamDigests
  /** What it is called on the way and in the store. */
  readonly name: string
  /** Null where it was not sealed; else what is still to be done once the exhibit is there. */
  readonly seal: ((exhibit: string) => Promise<Outcome<unknown>>) | null
}

interface ChooseFileProps {
  readonly sealing: FileSealing | null
  /** What is asked of a file that is ready. */
  readonly children: (ready: ReadyFile) => ReactNode
}

/** Takes a file that is chosen or dropped, seals it where that is asked, and digests it, all of it here. */
export function ChooseFile({ sealing, children }: ChooseFileProps) {
  const { say } = useTongue()
  const [file, setFile] = useState<File | null>(null)
  const [read, setRead] = useState(0)
  const [ready, setReady] = useState<ReadyFile | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const choose = async (picked: File | undefined) => {
    if (picked === undefined) return
    setFile(picked)
    setReady(null)
    setRefusal(null)
    setRead(0)
    const prepared = await readyFile(picked, sealing, setRead)
    setRefusal(prepared.ok ? null : prepared)
    if (prepared.ok) setReady(prepared.value)
  }
  const preparing = file !== null && ready === null && refusal === null
  return (
    <>
      <DropZone
        className={styles.drop ?? ''}
        aria-label={say('desk.exhibit.drop')}
        isDisabled={preparing}
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
          done={read}
          of={file.size}
        />
      ) : null}
      <RefusalNote refusal={refusal} />
      {ready === null ? null : children(ready)}
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
