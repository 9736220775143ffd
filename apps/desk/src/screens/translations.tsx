import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { directionOf, wordsIn } from '@corroborate/base'
import type { TranslationsView } from '@corroborate/server/api'
import { DecisionForm } from '../deciding/decision-form.tsx'
import { Field } from '../how-many/ask/fields.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { typedTurns } from '../listening/corrections-of.ts'
import { useTongue } from '../locale.tsx'
import { Code } from '../parts/in-words.tsx'
import { LanguageName } from '../parts/language-name.tsx'
import { TextLink } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { Page, Section } from '../parts/page.tsx'
import styles from '../styles/translating.module.css'
import { translationsOf } from '../translating/queries.ts'

const route = getRouteApi('/i/$investigation/texts/$text/translations')

/** What a text says in other languages, turn beside turn. The original stands first in every language of the reader. */
export function Translations() {
  const { say, locale } = useTongue()
  const { investigation, text } = route.useParams()
  const { data: view } = useSuspenseQuery(translationsOf(investigation, text))
  const mayTranslate = useMay('record')
  return (
    <Page
      name={`${say('translate.title')} · ${view.original.code}`}
      kicker={
        <TextLink id={view.original.id}>
          <Code>{view.original.code}</Code> {wordsIn(locale, view.original.title)}
        </TextLink>
      }
      heading={say('translate.title')}
      lead={say('translate.lead')}
    >
      {view.beside.map((translation) => (
        <Beside key={translation.translation} {...{ translation }} />
      ))}
      {view.apart.map(({ id, code, language }) => (
        <Apart key={id} {...{ id, code, language }} />
      ))}
      {mayTranslate && view.original.turns.length > 0 ? (
        <div className={styles.fresh}>
          <Translate key={view.original.id} view={view} />
        </div>
      ) : null}
    </Page>
  )
}

interface BesideProps {
  readonly translation: TranslationsView['beside'][number]
}

function Beside({ translation }: BesideProps) {
  const { say } = useTongue()
  const { code, language, state, translator, revisedBy, certifiedBy, rows } = translation
  const may = useMay('code')
  const { run, busy, refusal } = useAct()
  const next = state === 'draft' ? 'revised' : state === 'revised' ? 'certified' : null
  return (
    <Section
      title={
        <>
          <LanguageName tag={language} /> · {say(`translate.state.${state}`)}
        </>
      }
      note={
        <>
          <TextLink id={translation.translation}>
            <Code>{code}</Code>
          </TextLink>{' '}
          {say('translate.by', { by: translator })}{' '}
          {revisedBy === null ? null : say('translate.revised-by', { by: revisedBy })}{' '}
          {certifiedBy === null ? null : say('translate.certified-by', { by: certifiedBy })}
        </>
      }
    >
      <div className={styles.beside} dir="ltr" role="table" aria-label={say('translate.title')}>
        {rows.map(({ original, translation: said }) => (
          <div
            className={styles.row}
            key={`${original.start} ${said.start} ${original.words === ''}`}
            role="row"
          >
            {[original, said].map((cell, side) => (
              <p
                key={side === 0 ? 'original' : 'translation'}
                role="cell"
                lang={cell.language}
                dir={cell.direction}
                className={styles.cell}
              >
                {cell.words === '' ? <span className={styles.none}>—</span> : cell.words}
              </p>
            ))}
          </div>
        ))}
      </div>
      {may && next !== null ? (
        <Button
          className="button"
          isDisabled={busy}
          onPress={() => void run(`/texts/${translation.translation}/translation-state`, { to: next })}
        >
          {say(`translate.do.${next}`)}
        </Button>
      ) : null}
      <RefusalNote refusal={refusal} />
    </Section>
  )
}

/** A translation that came as a text of its own, and the press that puts it beside. */
function Apart({
  id,
  code,
  language,
}: {
  readonly id: string
  readonly code: string
  readonly language: string
}) {
  const { say } = useTongue()
  const may = useMay('record')
  const { run, busy, refusal } = useAct()
  return (
    <Section title={<LanguageName tag={language} />} note={<Code>{code}</Code>}>
      <p>{say('translate.apart')}</p>
      {may ? (
        <Button className="button" isDisabled={busy} onPress={() => void run(`/texts/${id}/alignment`)}>
          {say('translate.align')}
        </Button>
      ) : null}
      <RefusalNote refusal={refusal} />
    </Section>
  )
}

/** Writes a translation, each turn beneath the one that it says. */
function Translate({ view: { original } }: { readonly view: TranslationsView }) {
  const { say } = useTongue()
  const [language, setLanguage] = useState(original.language === 'ar' ? 'en' : 'ar')
  const [turns, setTurns] = useState<readonly string[]>(() => original.turns.map(() => ''))
  const { run, busy, refusal } = useAct()
  return (
    <DecisionForm
      title={say('translate.new')}
      note={say('translate.new.note')}
      does={say('translate.keep')}
      busy={busy || turns.every((words) => words.trim() === '')}
      refusal={refusal}
      onDecide={async () => {
        const made = await run(`/texts/${original.id}/translations`, { language, turns })
        if (made.ok) setTurns(turns.map(() => ''))
      }}
    >
      <Field
        label={say('translate.language')}
        look="number"
        help={say('translate.language.help')}
        value={language}
        onChange={setLanguage}
      />
      {typedTurns(original).map(({ start, speaker, words }, at) => (
        <div className={styles.write} key={start}>
          <p lang={original.language} dir={directionOf(original.language)} className={styles.cell}>
            {words}
          </p>
          <Field
            label={say('translate.turn', { turn: at + 1, speaker: speaker ?? '' })}
            lines={2}
            value={turns[at] ?? ''}
            onChange={(said) => setTurns(turns.with(at, said))}
          />
        </div>
      ))}
    </DecisionForm>
  )
}
