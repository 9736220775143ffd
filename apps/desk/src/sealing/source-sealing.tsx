import { useSuspenseQuery } from '@tanstack/react-query'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Section } from '../parts/page.tsx'
import { CustodiansLink } from './custodians-link.tsx'
import { Openings } from './openings.tsx'
import { sealingOf } from './queries.ts'
import { SealForm } from './seal-form.tsx'
import { SealedFields } from './sealed-fields.tsx'
import { FIELDS } from './sealed-values.ts'
import { WithKeys } from './with-keys.tsx'

/** Who the source is: sealed in this browser, opened only by two, and who asked. */
export function SourceSealing({ record }: { readonly record: string }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data: view } = useSuspenseQuery(sealingOf(investigation, record))
  return (
    <Section
      title={say('seal.of-source')}
      note={
        <>
          {say('seal.of-source.note')} <CustodiansLink />
        </>
      }
    >
      <WithKeys>
        {(circle) => (
          <SealedFields {...{ circle, record, view }} fields={FIELDS}>
            {(at, values) => <SealForm {...{ at, record, values }} />}
          </SealedFields>
        )}
      </WithKeys>
      {view.openings.length === 0 ? null : <Openings openings={view.openings} lists={view.lists} />}
    </Section>
  )
}
