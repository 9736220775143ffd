import type { StreamDigests } from '@corroborate/base'
import { FieldGroup } from '../how-many/ask/fields.tsx'
import { useTongue } from '../locale.tsx'
import { Facts } from '../parts/facts.tsx'
import { Code } from '../parts/in-words.tsx'
import styles from '../styles/exhibits.module.css'

/** What was found of a file here, before any of it is sent. */
export function DigestsTaken({
  of: { bytes, sha256, sha512 },
  title = 'desk.exhibit.digests',
}: {
  readonly of: StreamDigests
  readonly title?: 'desk.exhibit.digests' | 'desk.exhibit.digests.sealed'
}) {
  const { say } = useTongue()
  return (
    <FieldGroup title={say(title)} note={say('desk.exhibit.digests.note')}>
      <Facts
        facts={[
          { name: say('desk.lists.size'), value: say('desk.lists.bytes', { bytes }) },
          { name: 'SHA-256', value: <Digest>{sha256}</Digest> },
          ...(sha512 === null ? [] : [{ name: 'SHA-512', value: <Digest>{sha512}</Digest> }]),
        ]}
      />
    </FieldGroup>
  )
}

function Digest({ children }: { readonly children: string }) {
  return (
    <span className={styles.digest}>
      <Code>{children}</Code>
    </span>
  )
}
