import { useSuspenseQuery } from '@tanstack/react-query'
import { sourcesOf } from '../api.ts'
import { Field } from '../how-many/ask/fields.tsx'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import { useInvestigation } from '../parts/links.tsx'
import inputs from '../styles/ask.module.css'
import { useLanguages, useSourceOptions } from '../texts/one-text.tsx'
import { NEW_DOCUMENT, NEW_WITNESS, type Project } from './use-project.ts'

/** Whose words each text holds that was never ours: a source that is here, or one that is made for it. */
export function WhoseWords({ project: { strange, of, say: tell } }: { readonly project: Project }) {
  const { say, locale } = useTongue()
  const { data: sources } = useSuspenseQuery(sourcesOf(useInvestigation()))
  const options = useSourceOptions(sources)
  const languages = useLanguages(locale)
  const made = [NEW_WITNESS, NEW_DOCUMENT] as const
  return strange.map(({ guid, name }) => {
    const { source, title, language } = of(guid)
    return (
      <div key={guid} className={inputs.inLine}>
        <Choice
          label={say('exchange.whose', { name })}
          options={[...options, ...made.map((id) => ({ id, name: say(`exchange.whose.${id}`) }))]}
          chosen={source}
          choose={(id) => tell(guid, { source: id })}
        />
        <Choice
          label={say('desk.texts.language')}
          options={languages}
          chosen={language}
          choose={(id) => tell(guid, { language: id })}
        />
        {source === NEW_WITNESS || source === NEW_DOCUMENT ? (
          <Field
            label={say(`exchange.whose.${source}.title`)}
            look="short"
            value={title}
            onChange={(words) => tell(guid, { title: words })}
          />
        ) : null}
      </div>
    )
  })
}
