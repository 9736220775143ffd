import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, CheckboxButton, CheckboxField, CheckboxGroup, Form, Label } from 'react-aria-components'
import { printNumber, wordsIn } from '@corroborate/base'
import { RECORDS_KINDS, type LinkageSettings, type RecordsKind } from '@corroborate/linkage'
import { listsOf } from '../api.ts'
import { Field, FieldGroup } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { comparisonInWords, fieldInWords, ruleInWords } from '../linkage/in-words.ts'
import { useMay } from '../parts/may.ts'
import { proposedLinkage } from '../linkage/queries.ts'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Page } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/linkage.module.css'

/** Asks for a linkage: of which lists, and what the machine would compare. */
export function LinkLists() {
  const { say, locale } = useTongue()
  const investigation = useInvestigation()
  const navigate = useNavigate()
  const { data: known } = useSuspenseQuery(listsOf(investigation))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [seed, setSeed] = useState('1')
  const [kind, setKind] = useState<RecordsKind | null>(null)
  const proposed = useQuery(proposedLinkage(investigation, { lists: chosen, records: kind }))
  const may = useMay('link')
  const acting = useAct()
  const { settings = null, records = null } = proposed.data ?? {}
  const canRun =
    settings !== null && !proposed.isPlaceholderData && settings.comparisons.length > 0 && seed.trim() !== ''
  const submit = async () => {
    if (settings === null || records === null || !canRun) return
    const body = { lists: chosen, records, settings: { ...settings, seed: seed.trim() } }
    const asked = await acting.run('/linkage-runs', body)
    if (asked.ok)
      await navigate({
        to: '/i/$investigation/lists/runs/$run',
        params: { investigation, run: asked.value },
      })
  }
  return (
    <Page name={say('desk.link')} lead={say('desk.link.note')}>
      <Form
        className={inputs.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <FieldGroup title={say('desk.link.which')} note={say('desk.link.which.note')}>
          <CheckboxGroup className={inputs.radios ?? ''} value={[...chosen]} onChange={setChosen}>
            <Label>{say('desk.lists')}</Label>
            {known.lists.map(({ id, code, title, rows }) => (
              <CheckboxField key={id} value={id}>
                <CheckboxButton className={inputs.radio ?? ''}>
                  {`${code} · ${wordsIn(locale, title)} (${say('desk.ask.rows', { rows })})`}
                </CheckboxButton>
              </CheckboxField>
            ))}
          </CheckboxGroup>
        </FieldGroup>
        {records === null || chosen.length === 0 ? null : (
          <FieldGroup title={say('desk.link.records')} note={say(`desk.link.records.${records}.note`)}>
            <OneOf
              label={say('desk.link.records')}
              options={RECORDS_KINDS.map((id) => ({ id, name: say(`desk.link.records.${id}`) }))}
              chosen={records}
              choose={setKind}
            />
          </FieldGroup>
        )}
        {settings !== null && chosen.length > 0 ? <SettingsInWords settings={settings} /> : null}
        {proposed.isError ? <p role="alert">{say('desk.link.not-mapped')}</p> : null}
        <FieldGroup title={say('desk.run.seed')}>
          <Field
            label={say('desk.run.seed')}
            look="short"
            language="en"
            help={say('desk.link.seed.help')}
            value={seed}
            onChange={setSeed}
          />
        </FieldGroup>
        <RefusalNote refusal={acting.refusal} />
        <div className={inputs.end}>
          {may ? (
            <Button type="submit" className="button" isDisabled={!canRun || acting.busy}>
              {say('desk.link.run')}
            </Button>
          ) : (
            <p className={inputs.help}>{say('desk.link.not-yours')}</p>
          )}
        </div>
      </Form>
    </Page>
  )
}

/** What would be compared, which pairs are looked at, and from where on records are joined. */
export function SettingsInWords({ settings }: { readonly settings: LinkageSettings }) {
  const { say, locale } = useTongue()
  const { fields, comparisons, blocking, everyPairUpTo, joinFrom } = settings
  if (comparisons.length === 0)
    return (
      <p className={styles.warning} role="alert">
        {say('desk.link.nothing-shared')}
      </p>
    )
  return (
    <FieldGroup title={say('desk.link.how')} note={say('desk.link.how.note')}>
      <dl className={styles.settings}>
        <div>
          <dt>{say('desk.link.fields')}</dt>
          <dd>
            <ul>
              {fields.map(({ field, kind }) => (
                <li key={field}>
                  {fieldInWords(say, field)} <small>{say(`desk.kind.${kind}`)}</small>
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{say('desk.link.compared')}</dt>
          <dd>
            <ul>
              {comparisons.map((one) => (
                <li key={one.name}>
                  {comparisonInWords(say, one)}
                  {one.frequency ? <small> {say('desk.link.frequency')}</small> : null}
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{say('desk.link.looked-at')}</dt>
          <dd>
            <p>{say('desk.link.every-pair', { pairs: everyPairUpTo })}</p>
            <ul>
              {blocking.map((rule) => (
                <li key={JSON.stringify(rule)}>{ruleInWords(say, rule)}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{say('desk.link.joined')}</dt>
          <dd>
            {say('desk.link.join-from', {
              share: say('press.share', { number: printNumber(locale, Math.round(joinFrom * 100)) }),
            })}
          </dd>
        </div>
      </dl>
    </FieldGroup>
  )
}
