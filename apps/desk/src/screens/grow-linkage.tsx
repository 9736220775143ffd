import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, CheckboxButton, CheckboxField, CheckboxGroup, Form, Label } from 'react-aria-components'
import { wordsIn } from '@corroborate/base'
import { listsOf } from '../api.ts'
import { FieldGroup } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { linkageInWords } from '../linkage/in-words.ts'
import { useMay } from '../parts/may.ts'
import { linkageRunOf } from '../linkage/queries.ts'
import { useTongue } from '../locale.tsx'
import { Page } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'

const route = getRouteApi('/i/$investigation/lists/runs/$run/grow')

/** Asks for new lists to be linked against all lists of a run. */
export function GrowLinkage() {
  const { say, locale } = useTongue()
  const { investigation, run } = route.useParams()
  const navigate = route.useNavigate()
  const { data: view } = useSuspenseQuery(linkageRunOf(investigation, run))
  const { data: known } = useSuspenseQuery(listsOf(investigation))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [model, setModel] = useState<'kept' | 'refitted'>('kept')
  const may = useMay('link')
  const acting = useAct()
  const others = known.lists.filter(({ id }) => !view.row.lists.includes(id))
  const submit = async () => {
    const asked = await acting.run(`/linkage-runs/${run}/growth`, { lists: chosen, model })
    if (asked.ok)
      await navigate({ to: '/i/$investigation/lists/runs/$run', params: { investigation, run: asked.value } })
  }
  return (
    <Page
      name={say('desk.grow')}
      lead={say('desk.grow.note')}
      kicker={
        <Link to="/i/$investigation/lists/runs/$run" params={{ investigation, run }}>
          <bdi>{linkageInWords(say, locale, view.lists)}</bdi>
        </Link>
      }
    >
      <Form
        className={inputs.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <FieldGroup title={say('desk.grow.which')}>
          {others.length === 0 ? (
            <p>
              {say('desk.grow.none')}{' '}
              <Link to="/i/$investigation/lists/receive" params={{ investigation }}>
                {say('desk.receive')}
              </Link>
            </p>
          ) : (
            <CheckboxGroup className={inputs.radios ?? ''} value={[...chosen]} onChange={setChosen}>
              <Label>{say('desk.lists')}</Label>
              {others.map(({ id, code, title, rows }) => (
                <CheckboxField key={id} value={id}>
                  <CheckboxButton className={inputs.radio ?? ''}>
                    {`${code} · ${wordsIn(locale, title)} (${say('desk.ask.rows', { rows })})`}
                  </CheckboxButton>
                </CheckboxField>
              ))}
            </CheckboxGroup>
          )}
        </FieldGroup>
        <FieldGroup title={say('desk.grow.model')} note={say(`desk.grow.model.${model}.note`)}>
          <OneOf
            label={say('desk.grow.model')}
            options={[
              { id: 'kept', name: say('desk.grow.model.kept') },
              { id: 'refitted', name: say('desk.grow.model.refitted') },
            ]}
            chosen={model}
            choose={setModel}
          />
        </FieldGroup>
        <RefusalNote refusal={acting.refusal} />
        <div className={inputs.end}>
          {may ? (
            <Button type="submit" className="button" isDisabled={chosen.length === 0 || acting.busy}>
              {say('desk.grow.do')}
            </Button>
          ) : (
            <p className={inputs.help}>{say('desk.link.not-yours')}</p>
          )}
        </div>
      </Form>
    </Page>
  )
}
