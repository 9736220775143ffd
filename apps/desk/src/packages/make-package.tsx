import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Refusal } from '@corroborate/base'
import { RECIPIENTS } from '@corroborate/testimony'
import { findingsOf, overviewOf } from '../api.ts'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { FieldGroup } from '../how-many/ask/fields.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Tick } from '../sealing/tick.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/packages.module.css'
import { fetchFile, save } from './exchange.ts'

const SCOPES = ['investigation', 'report', 'request'] as const
type Scope = (typeof SCOPES)[number]
const OUTSIDE = RECIPIENTS.filter((one) => one !== 'own-team')

/** Makes a package: of everything, of a report, or of what a body asked for. It is saved where the browser saves files. */
export function MakePackage() {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const queries = useQueryClient()
  const { data: overview } = useSuspenseQuery(overviewOf(investigation))
  const [scope, setScope] = useState<Scope>('investigation')
  const [report, setReport] = useState(overview.reports[0]?.id ?? '')
  const [recipient, setRecipient] = useState<string>(OUTSIDE[0] ?? '')
  const [findings, setFindings] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const asked: Asked =
    scope === 'report'
      ? { kind: scope, report }
      : scope === 'request'
        ? { kind: scope, recipient, findings }
        : { kind: scope }
  const make = async () => {
    setBusy(true)
    const made = await fetchFile(`/investigations/${investigation}/packages`, { scope: asked })
    if (made.ok) save(made.value)
    setRefusal(made.ok ? null : made)
    if (made.ok) await queries.invalidateQueries()
    setBusy(false)
  }
  const lacking = (scope === 'report' && report === '') || (scope === 'request' && findings.length === 0)
  return (
    <AskForm onAsk={make}>
      <FieldGroup title={say('desk.packages.make')} note={say(`desk.packages.scope.${scope}.note`)}>
        <Choice
          label={say('desk.packages.scope')}
          options={SCOPES.map((id) => ({ id, name: say(`desk.packages.scope.${id}`) }))}
          chosen={scope}
          choose={(id) => setScope(SCOPES.find((one) => one === id) ?? scope)}
        />
        {scope === 'report' ? (
          <Choice
            label={say('desk.report')}
            options={overview.reports.map(({ id, code, title }) => ({ id, name: `${code}: ${title}` }))}
            chosen={report}
            choose={setReport}
          />
        ) : null}
        {scope === 'request' ? (
          <>
            <Choice
              label={say('desk.packages.recipient')}
              options={OUTSIDE.map((id) => ({ id, name: say(`recipient.${id}`) }))}
              chosen={recipient}
              choose={setRecipient}
            />
            <FindingTicks chosen={findings} choose={setFindings} />
          </>
        ) : null}
        {scope === 'investigation' || lacking ? null : (
          <p>
            <Link
              to="/i/$investigation/releases/package/$scope"
              params={{ investigation, scope: nameOf(asked) }}
              search={{ from: undefined }}
            >
              {say('desk.packages.check')}
            </Link>{' '}
            {say('desk.packages.check.note')}
          </p>
        )}
        <RefusalNote refusal={refusal} />
        <div className={inputs.end}>
          <Button type="submit" className="button" isDisabled={busy || lacking}>
            {say(busy ? 'desk.packages.making' : 'desk.packages.make')}
          </Button>
        </div>
      </FieldGroup>
    </AskForm>
  )
}

type Asked =
  | { readonly kind: 'investigation' }
  | { readonly kind: 'report'; readonly report: string }
  | { readonly kind: 'request'; readonly recipient: string; readonly findings: readonly string[] }

/** The scope in one word, as addresses have it. */
function nameOf(asked: Asked): string {
  if (asked.kind === 'request') return ['request', asked.recipient, ...[...asked.findings].sort()].join('.')
  return asked.kind === 'report' ? `report.${asked.report}` : asked.kind
}

function FindingTicks({
  chosen,
  choose,
}: {
  readonly chosen: readonly string[]
  readonly choose: (ids: readonly string[]) => void
}) {
  const { say } = useTongue()
  const { data } = useSuspenseQuery(findingsOf(useInvestigation()))
  return (
    <fieldset className={styles.ticks}>
      <legend>{say('desk.findings')}</legend>
      {data.map(({ id, code, proposition }) => (
        <Tick
          key={id}
          on={chosen.includes(id)}
          isDisabled={false}
          onChange={(on) => choose(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
        >
          <Code>{code}</Code> <InWords words={proposition} />
        </Tick>
      ))}
    </fieldset>
  )
}
