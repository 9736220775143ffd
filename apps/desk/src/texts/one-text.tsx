import { useState } from 'react'
import { Button, CheckboxButton, CheckboxField } from 'react-aria-components'
import { wordsIn } from '@corroborate/base'
import { timeInWords } from '@corroborate/interchange'
import type { SourceRow } from '@corroborate/server/api'
import { Field } from '../how-many/ask/fields.tsx'
import { missing } from '../how-many/ask/draft.ts'
import { RefusalText } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { Choice, type Option } from '../parts/choice.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/texts.module.css'
import { turnToSend, type ReadFile } from './brought.ts'
import { PageImages } from './page-images.tsx'
import type { Batch } from './use-batch.ts'

interface Props {
  readonly batch: Batch
  readonly file: ReadFile
  readonly sources: readonly SourceRow[]
}

/** One file as it would be taken in: of whom it is, what to look at, and its turns, word for word as they would be sent. */
export function OneText({ batch, file, sources }: Props) {
  const { say } = useTongue()
  const { text } = file.state
  return (
    <>
      <AboutText {...{ batch, file, sources }} />
      {text.compare.length === 0 ? null : (
        <p className={styles.look}>{say('desk.texts.compare', { pages: text.compare.join(', ') })}</p>
      )}
      {text.form === 'pdf' ? <PageImages key={`pages-${file.key}`} file={file.file} text={text} /> : null}
      <Warnings file={file} />
      <Turns {...{ batch, file }} key={file.key} />
    </>
  )
}

function AboutText({ batch, file, sources }: Props) {
  const { say } = useTongue()
  const { said, text } = file.state
  const languages = useLanguages(text.language.tag)
  const { tried } = batch.sending
  const change = (changed: Partial<typeof said>) => batch.change(file.key, { said: { ...said, ...changed } })
  return (
    <div className={inputs.inLine}>
      <Choice
        label={say('desk.texts.source')}
        options={useSourceOptions(sources)}
        chosen={said.source}
        choose={(source) => change({ source })}
        fault={tried && said.source === '' ? say('desk.refused.missing-source-of-text') : null}
      />
      <Choice
        label={say('desk.texts.language')}
        options={languages}
        chosen={said.language}
        choose={(language) => change({ language })}
      />
      <Field
        label={say('desk.texts.name')}
        help={say('desk.texts.name.help')}
        look="short"
        value={said.name}
        onChange={(name) => change({ name })}
        fault={tried && said.name.trim() === '' ? missing('title') : undefined}
      />
      {text.form === 'vtt' || text.form === 'srt' ? (
        <CheckboxField isSelected={said.machine} onChange={(machine) => change({ machine })}>
          <CheckboxButton className={inputs.radio ?? ''}>{say('desk.texts.machine')}</CheckboxButton>
        </CheckboxField>
      ) : null}
    </div>
  )
}

export function useSourceOptions(sources: readonly SourceRow[]): readonly Option[] {
  const { say, locale } = useTongue()
  const options = sources.map(({ id, code, title }) => ({ id, name: `${code} · ${wordsIn(locale, title)}` }))
  return [{ id: '', name: say('desk.texts.source.choose') }, ...options]
}

const LANGUAGES = ['en', 'ar', 'ckb', 'kmr', 'tr', 'fa', 'he', 'fr', 'es', 'de', 'uk', 'ru'] as const

export function useLanguages(own: string): readonly Option[] {
  const { locale } = useTongue()
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' })
  return [...new Set([own, ...LANGUAGES])].map((tag) => ({ id: tag, name: names.of(tag) ?? tag }))
}

function Warnings({ file }: { readonly file: ReadFile }) {
  const { say } = useTongue()
  const { warnings, untold } = file.state.text
  if (warnings.length === 0) return null
  return (
    <details className={styles.look} open>
      <summary>{say('desk.texts.warnings', { warnings: warnings.length + untold })}</summary>
      <ul>
        {warnings.map(({ reason, sentence }, at) => (
          <li key={at}>
            <RefusalText refusal={{ reason, detail: sentence }} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const SHOWN = 12

function Turns({ batch, file }: Pick<Props, 'batch' | 'file'>) {
  const { say } = useTongue()
  const [shown, show] = useState(SHOWN)
  const { turns } = file.state.text
  return (
    <>
      <ol className={styles.turns} aria-label={say('desk.texts.preview')}>
        {turns.slice(0, shown).map((turn, at) => (
          <li key={at} dir={turn.direction}>
            <TurnAsSent {...{ batch, file, at }} />
          </li>
        ))}
      </ol>
      {turns.length > shown ? (
        <Button className="button" onPress={() => show(shown + 4 * SHOWN)}>
          {say('desk.more')}
        </Button>
      ) : null}
    </>
  )
}

function TurnAsSent({ batch, file, at }: Pick<Props, 'batch' | 'file'> & { readonly at: number }) {
  const { say } = useTongue()
  const turn = turnToSend(file, at, batch.made)
  const read = file.state.text.turns[at]
  const from = read?.pieces[0]?.from ?? null
  const pieces = turn.ok ? turn.value.pieces : (read?.pieces ?? [])
  const speaker = turn.ok ? turn.value.speaker : say('desk.texts.speakers.undecided')
  return (
    <>
      {from === null ? null : <bdi className={styles.kinds}>{timeInWords(from)} </bdi>}
      {speaker === null ? null : (
        <strong>
          <bdi>{speaker}</bdi>:{' '}
        </strong>
      )}
      {turn.ok || turn.reason === 'missing-pseudonym' ? null : <RefusalText refusal={turn} />}
      {pieces.map(({ words, paragraph }, i) => (
        <span key={i}>
          {i > 0 ? paragraph ? <br /> : ' ' : null}
          {words}
        </span>
      ))}
    </>
  )
}
