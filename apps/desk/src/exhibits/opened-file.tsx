import { useState } from 'react'
import { Button } from 'react-aria-components'
import { ok, refuse, type Outcome, type Refusal } from '@corroborate/base'
import { openStream } from '@corroborate/vault/sealing'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import type { Circle } from '../sealing/circle.ts'
import styles from '../styles/sealing.module.css'
import { makeHands } from './hands.ts'
import { openFile } from './open-file.ts'
import { showingOf, type SealedFileSaid, type Showing } from './sealed-file-said.ts'
import { useAddress } from './use-address.ts'

interface OpenedFileProps {
  readonly circle: Circle
  readonly said: SealedFileSaid
  readonly file: string
}

/** What a sealed file is, and, when somebody asks for it, what is in it: opened in this browser, and gone from it with this part of the page. */
export function OpenedFile({ circle, said, file }: OpenedFileProps) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const [source, setSource] = useState<string | null>(null)
  const [coming, setComing] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const addressOf = useAddress()
  const showing = showingOf(said.type)
  const read = async () => {
    setComing(true)
    const given = await openFile(investigation, { file, reason: say('seal.file.reason') })
    const opened = given.ok ? await plainOf(given.value, said, circle) : given
    setRefusal(opened.ok ? null : opened)
    setSource(opened.ok ? await (showing === 'text' ? opened.value.text() : addressOf(opened.value)) : null)
    setComing(false)
  }
  return (
    <>
      <p className={styles.value} translate="no">
        <bdi>{said.name}</bdi>
      </p>
      {showing === null ? <p>{say('seal.file.not-shown')}</p> : null}
      {showing !== null && source === null ? (
        <Button className="button" isDisabled={coming} onPress={() => void read()}>
          {say(coming ? 'seal.file.coming' : `seal.file.${showing}`)}
        </Button>
      ) : null}
      {showing !== null && source !== null ? <Shown {...{ showing, source }} name={said.name} /> : null}
      <RefusalNote refusal={refusal} />
    </>
  )
}

interface ShownProps {
  readonly showing: Showing
  /** The text, or the address of the recording in the memory of this page. */
  readonly source: string
  readonly name: string
}

function Shown({ showing, source, name }: ShownProps) {
  if (showing === 'audio') return <audio controls aria-label={name} src={source} className={styles.media} />
  if (showing === 'video') return <video controls aria-label={name} src={source} className={styles.media} />
  return (
    <pre className={styles.transcript} dir="auto" tabIndex={0} aria-label={name} role="region">
      {source}
    </pre>
  )
}

/** Refuses where the file is not the one that its author sealed, was changed, or is not sealed to the keys that are open here. */
async function plainOf(
  given: Response,
  { header, type }: SealedFileSaid,
  { own }: Circle,
): Promise<Outcome<Blob>> {
  const { hands, letGo } = makeHands()
  try {
    const parts: Blob[] = []
    const pieces = await openStream(await given.blob(), { header, keys: own.keys, hands })
    for await (const piece of pieces) parts.push(new Blob([piece]))
    return ok(new Blob(parts, { type }))
  } catch (error) {
    return refuse('file-not-opened', error instanceof Error ? error.message : '')
  } finally {
    letGo()
  }
}
