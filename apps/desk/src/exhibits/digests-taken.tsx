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
          ...Object.entries({ 'SHA-256': sha256, 'SHA-512': sha512 }).map(([name, value]) => ({
            name,
            value: (
              <span className={styles.digest}>
                <Code>{value}</Code>
              </span>
            ),
          })),
        ]}
      />
    </FieldGroup>
  )
}
