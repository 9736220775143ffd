import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, CheckboxButton, CheckboxField } from 'react-aria-components'
import { wordsIn } from '@corroborate/base'
import type { CodeView } from '@corroborate/server/api'
import { codeOf, codesOf } from '../api.ts'
import { CodeForm } from '../coding/code-form.tsx'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { missing, NO_WORDS, wordsOf } from '../how-many/ask/draft.ts'
import { FieldGroup, WordsField } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { PassageLink } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { Page, Section } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/coding.module.css'

const route = getRouteApi('/i/$investigation/codes/$code')

/** One code: what belongs under it, what is under it, and how it is revised, merged and parted. */
export function CodeScreen() {
  const { say, locale } = useTongue()
  const { investigation, code: id } = route.useParams()
  const { data: view } = useSuspenseQuery(codeOf(investigation, id))
  const { data: system } = useSuspenseQuery(codesOf(investigation))
  const [doing, setDoing] = useState<'revise' | 'merge' | 'split' | null>(null)
  const may = useMay('code')
  const { code } = view
  const card = system.codes.find((one) => one.id === code.id) ?? null
  return (
    <Page
      name={`${code.code} · ${wordsIn(locale, code.name)}`}
      kicker={
        <>
          <Link to="/i/$investigation/codes" params={{ investigation }}>
            {say('work.codes')}
          </Link>{' '}
          <Code>{code.code}</Code>
        </>
      }
      heading={<InWords words={code.name} />}
      lead={code.memo === null ? undefined : <bdi>{code.memo}</bdi>}
    >
      {may ? (
        <div className={styles.tools}>
          {(['revise', 'merge', 'split'] as const).map((what) => (
            <Button
              key={what}
              className="button"
              aria-expanded={doing === what}
              onPress={() => setDoing(doing === what ? null : what)}
            >
              {say(`work.code.${what}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {doing === 'revise' ? (
        <CodeForm codes={system.codes} code={card} onDone={() => setDoing(null)} />
      ) : null}
      {doing === 'merge' ? <MergeForm view={view} codes={system.codes} /> : null}
      {doing === 'split' ? <SplitForm view={view} onDone={() => setDoing(null)} /> : null}
      <Section title={say('work.code.under')}>
        {view.codings.length === 0 ? <p className={styles.quiet}>{say('work.code.under.none')}</p> : null}
        <ul className={styles.tree}>
          {view.codings.map((coding) => (
            <li key={`${coding.passage.id} ${coding.coder}`}>
              <PassageLink passage={coding.passage} />
              <p className={styles.quiet}>
                <InWords words={coding.passage.textTitle} /> · <bdi>{coding.by}</bdi>
                {coding.memo === null ? null : (
                  <>
                    {' '}
                    · <bdi>{coding.memo}</bdi>
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

interface MergeProps {
  readonly view: CodeView
  readonly codes: Parameters<typeof CodeForm>[0]['codes']
}

function MergeForm({ view: { code }, codes }: MergeProps) {
  const { say, locale } = useTongue()
  const [into, setInto] = useState<string | null>(null)
  const [lacking, setLacking] = useState(false)
  const { run, busy, refusal } = useAct()
  const navigate = useNavigate()
  const { investigation } = route.useParams()
  const submit = async () => {
    setLacking(into === null)
    if (into === null) return
    const answer = await run(`/codes/${code.id}/merger`, { into })
    if (answer.ok)
      await navigate({ to: '/i/$investigation/codes/$code', params: { investigation, code: into } })
  }
  return (
    <AskForm onAsk={submit}>
      <FieldGroup title={say('work.code.merge')} note={say('work.code.merge.note', { code: code.code })}>
        <OneOf
          label={say('work.code.merge.into')}
          options={codes
            .filter(({ id }) => id !== code.id)
            .map((one) => ({ id: one.id, name: `${one.code} · ${wordsIn(locale, one.name)}` }))}
          chosen={into}
          choose={setInto}
          fault={lacking ? missing('into') : undefined}
        />
      </FieldGroup>
      <RefusalNote refusal={refusal} />
      <div className={inputs.end}>
        <Button type="submit" className="button" isDisabled={busy}>
          {say('work.code.merge.do')}
        </Button>
      </div>
    </AskForm>
  )
}

function SplitForm({
  view: { code, codings },
  onDone,
}: {
  readonly view: CodeView
  readonly onDone: () => void
}) {
  const { say } = useTongue()
  const [name, setName] = useState(NO_WORDS)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [lacking, setLacking] = useState(false)
  const { run, busy, refusal } = useAct()
  const called = wordsOf(name)
  const keyOf = ({ passage, coder }: CodeView['codings'][number]) => `${passage.id} ${coder}`
  const submit = async () => {
    setLacking(called === null)
    if (called === null) return
    const moved = codings.filter((coding) => taken.has(keyOf(coding)))
    const parts = moved.map(({ passage, coder }) => ({ passage: passage.id, coder }))
    const answer = await run(`/codes/${code.id}/split`, {
      name: called,
      key: null,
      memo: null,
      codings: parts,
    })
    if (answer.ok) onDone()
  }
  const take = (key: string, isTaken: boolean) => {
    const next = new Set(taken)
    if (isTaken) next.add(key)
    else next.delete(key)
    setTaken(next)
  }
  return (
    <AskForm onAsk={submit}>
      <FieldGroup title={say('work.code.split')} note={say('work.code.split.note')}>
        <WordsField
          label={say('work.code.split.name')}
          look="short"
          value={name}
          onChange={setName}
          fault={lacking && called === null ? missing('code-name') : undefined}
        />
        {codings.map((coding) => (
          <CheckboxField
            key={keyOf(coding)}
            isSelected={taken.has(keyOf(coding))}
            onChange={(isTaken) => take(keyOf(coding), isTaken)}
          >
            <CheckboxButton className={inputs.radio ?? ''}>
              <span>
                <q dir="auto">{coding.passage.exact}</q> <bdi>{coding.by}</bdi>
              </span>
            </CheckboxButton>
          </CheckboxField>
        ))}
      </FieldGroup>
      <RefusalNote refusal={refusal} />
      <div className={inputs.end}>
        <Button type="submit" className="button" isDisabled={busy}>
          {say('work.code.split.do')}
        </Button>
      </div>
    </AskForm>
  )
}
