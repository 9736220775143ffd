import { useSuspenseQuery } from '@tanstack/react-query'
import { refuse } from '@corroborate/base'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Section } from '../parts/page.tsx'
import type { Circle } from '../sealing/circle.ts'
import { CustodiansLink } from '../sealing/custodians-link.tsx'
import { Openings } from '../sealing/openings.tsx'
import { sealingOf } from '../sealing/queries.ts'
import { SealedFields } from '../sealing/sealed-fields.tsx'
import type { Field } from '../sealing/sealed-values.ts'
import { WithKeys } from '../sealing/with-keys.tsx'
import { OpenedFile } from './opened-file.tsx'
import { sealedFileIn } from './sealed-file-said.ts'

const OF_EXHIBIT: readonly Field[] = ['file']

interface ExhibitSealingProps {
  readonly exhibit: string
  /** The evidentiary copy. */
  readonly file: string
}

/** A file that was sealed before it came: who may read it, who asked, and for whoever it was released to, what is in it. */
export function ExhibitSealing({ exhibit, file }: ExhibitSealingProps) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data: view } = useSuspenseQuery(sealingOf(investigation, exhibit))
  if (view.values.length === 0) return null
  return (
    <Section
      title={say('seal.of-exhibit')}
      note={
        <>
          {say('seal.of-exhibit.note')} <CustodiansLink />
        </>
      }
    >
      <WithKeys>
        {(circle) => <SealedFields {...{ circle, view }} record={exhibit} fields={OF_EXHIBIT} />}
      </WithKeys>
      {view.openings.length === 0 ? null : (
        <Openings openings={view.openings} lists={view.lists}>
          {(circle, value) => <Opened {...{ circle, value, file }} />}
        </Openings>
      )}
    </Section>
  )
}

interface OpenedProps {
  readonly circle: Circle
  readonly value: string
  readonly file: string
}

function Opened({ circle, value, file }: OpenedProps) {
  const said = sealedFileIn(value)
  return said === null ? (
    <RefusalNote refusal={refuse('unreadable', 'What was sealed does not say what the file is.')} />
  ) : (
    <OpenedFile {...{ circle, said, file }} />
  )
}
