import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Refusal } from '@corroborate/base'
import type { ExchangeView } from '@corroborate/server/api'
import { PURPOSES, RECIPIENTS } from '@corroborate/testimony'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { FieldGroup } from '../how-many/ask/fields.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { fetchFile, save } from '../packages/exchange.ts'
import { Choice } from '../parts/choice.tsx'
import { MomentText } from '../parts/day.tsx'
import { Code } from '../parts/in-words.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Term } from '../parts/term.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/packages.module.css'
import { Counts } from './counts.tsx'
import { exchangeOf } from './queries.ts'

const FORMS = ['qdpx', 'qdc', 'jsonld', 'csv'] as const

/** Work goes out to another program: for what, to whom, and what of it is withheld and why, before anything leaves. */
export function GiveWorkOut({ mayGive }: { readonly mayGive: boolean }) {
  const { say, locale } = useTongue()
  const investigation = useInvestigation()
  const queries = useQueryClient()
  const [form, setForm] = useState<(typeof FORMS)[number]>('qdpx')
  const [purpose, setPurpose] = useState<string>('analysis')
  const [recipient, setRecipient] = useState<string>('own-team')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { data } = useQuery(exchangeOf(investigation, { purpose, recipient }))
  const give = async () => {
    setBusy(true)
    const asked = { form, purpose, recipient, locale }
    const file = await fetchFile(`/investigations/${investigation}/exchange/files`, asked)
    if (file.ok) save(file.value)
    setRefusal(file.ok ? null : file)
    if (file.ok) await queries.invalidateQueries()
    setBusy(false)
  }
  return (
    <AskForm onAsk={give}>
      <FieldGroup title={say('exchange.give')} note={say('exchange.give.note')}>
        <div className={inputs.inLine}>
          <Choice
            label={say('exchange.give.form')}
            options={FORMS.map((id) => ({ id, name: say(`exchange.form.${id}`) }))}
            chosen={form}
            choose={(id) => setForm(FORMS.find((one) => one === id) ?? form)}
          />
          <Choice
            label={say('exchange.give.purpose')}
            options={PURPOSES.map((id) => ({ id, name: say(`purpose.${id}`) }))}
            chosen={purpose}
            choose={setPurpose}
          />
          <Choice
            label={say('desk.packages.recipient')}
            options={RECIPIENTS.map((id) => ({ id, name: say(`recipient.${id}`) }))}
            chosen={recipient}
            choose={setRecipient}
          />
        </div>
        {data === undefined ? null : <WhatGoes view={data} isBook={form === 'qdc'} />}
        <RefusalNote refusal={refusal} />
        {mayGive ? (
          <div className={inputs.end}>
            <Button type="submit" className="button" isDisabled={busy}>
              {say('exchange.give.out')}
            </Button>
          </div>
        ) : (
          <p>{say('exchange.give.not-yours')}</p>
        )}
      </FieldGroup>
      {data === undefined ? null : <GivenBefore given={data.given} />}
    </AskForm>
  )
}

function WhatGoes({
  view: { goes, withheld },
  isBook,
}: {
  readonly view: ExchangeView
  readonly isBook: boolean
}) {
  const { say } = useTongue()
  if (isBook)
    return (
      <p>
        {say('exchange.goes')} <Counts of={{ codes: goes.codes }} />
      </p>
    )
  const { sources, blind, ...counts } = withheld
  return (
    <>
      <p>
        {say('exchange.goes')} <Counts of={{ ...goes }} />
      </p>
      <p>
        {say('exchange.withheld')} <Counts of={counts} />
      </p>
      <ul className={styles.reasons}>
        {sources.map(({ id, code, reason }) => (
          <li key={id}>
            <Code>{code}</Code>: {say(`withheld.${reason}`)}
          </li>
        ))}
        {blind === 0 ? null : <li>{say('exchange.withheld.blind', { count: blind })}</li>}
      </ul>
    </>
  )
}

function GivenBefore({ given }: Pick<ExchangeView, 'given'>) {
  const { say } = useTongue()
  if (given.length === 0) return null
  return (
    <section>
      <h2>{say('exchange.given')}</h2>
      <ul className={styles.reasons}>
        {given.map(({ sequence, at, by, form, purpose, recipient, sha256 }) => (
          <li key={sequence} className={styles.id}>
            <bdi>{by}</bdi> <MomentText time={at} /> · <Term of="exchange.form" word={form} /> ·{' '}
            <Term of="purpose" word={purpose} /> · <Term of="recipient" word={recipient} /> ·{' '}
            <Code>{sha256.slice(0, 12)}</Code>
          </li>
        ))}
      </ul>
    </section>
  )
}
