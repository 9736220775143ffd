import { useSuspenseQuery } from '@tanstack/react-query'
import { wordsIn } from '@corroborate/base'
import { useTongue } from '../locale.tsx'
import { InWords } from '../parts/in-words.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Page, Section } from '../parts/page.tsx'
import { ChooseCrimes } from '../qualifying/choose-crimes.tsx'
import { ElementTable } from '../qualifying/element-table.tsx'
import { NameIncident } from '../qualifying/name-incident.tsx'
import { OfficialFile } from '../qualifying/official-file.tsx'
import { OpenQuestions } from '../qualifying/open-questions.tsx'
import { elementsOf } from '../qualifying/queries.ts'
import styles from '../styles/matter.module.css'
import { useOfficialText } from '../qualifying/use-official-text.ts'

/** The findings against the elements of crimes: context once for the investigation, the rest for each incident, and what is to be asked. */
export function Elements() {
  const { say, locale } = useTongue()
  const { data: view } = useSuspenseQuery(elementsOf(useInvestigation()))
  const official = useOfficialText()
  const { chosen, incidents, table, findings } = view
  const shown = { findings, official: official.text }
  return (
    <Page name={say('elements')} lead={say('elements.note')}>
      <ChooseCrimes chosen={chosen} />
      {chosen.length === 0 ? null : (
        <>
          <OpenQuestions {...view} />
          <Section title={say('elements.context')} note={say('elements.context.note')}>
            <ElementTable label={say('elements.context')} cells={table.context} {...shown} />
          </Section>
          {incidents.map(({ id, name }) => (
            <Section key={id} title={<InWords words={name} />}>
              <ElementTable
                label={wordsIn(locale, name)}
                cells={table.incidents.find(({ incident }) => incident === id)?.cells ?? []}
                {...shown}
              />
            </Section>
          ))}
          <div className={styles.rest}>
            <NameIncident key={incidents.length} />
          </div>
          <OfficialFile official={official} />
        </>
      )}
    </Page>
  )
}
