import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import { useTongue } from '../locale.tsx'
import styles from '../styles/texts.module.css'

/** Where files are dropped, or chosen. */
export function DropFiles({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { say } = useTongue()
  const [over, setOver] = useState(false)
  return (
    <div
      className={styles.drop}
      role="group"
      aria-label={say('desk.texts.drop')}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <FileTrigger allowsMultiple onSelect={(files) => onFiles([...(files ?? [])])}>
        <Button className="button">{say('desk.texts.choose')}</Button>
      </FileTrigger>
      <p>{say('desk.texts.drop')}</p>
      <p className={styles.kinds}>{say('desk.texts.kinds')}</p>
    </div>
  )
}
