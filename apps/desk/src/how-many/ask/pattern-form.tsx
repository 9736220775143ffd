import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { parseId, type Outcome } from '@corroborate/base'
import { estimateFromPatterns, type PatternEstimate, type PatternRequest } from '@corroborate/estimate'
import { useTongue } from '../../locale.tsx'
import { useInvestigation } from '../../parts/links.tsx'
import { IntervalBars } from '../../parts/interval-bars.tsx'
import { InWords } from '../../parts/in-words.tsx'
import { RangeText } from '../../parts/numbers.tsx'
import styles from '../../styles/ask.module.css'
import { RefusalText } from '../refusal.tsx'
import { useAct } from '../use-act.ts'
import {
  draftOf,
  emptyQuestion,
  faultsOf,
  missing,
  questionOf,
  type DraftQuestion,
  type Faults,
} from './draft.ts'
import { claimsNamed, emptyPeriod, periodsOf, type DraftPeriod } from './draft-periods.ts'
import { FormEnd } from './form-end.tsx'
import { PeriodFields } from './period-fields.tsx'
import { AssumptionFields, QuestionFields } from './question-fields.tsx'
import { peopleIn } from './people-in.ts'
import { useClaims, usePatternClaims } from './use-claims.ts'

/** Asks "how many" of pattern claims. The number is reckoned here, by the core, with each choice; the server reckons it again for itself. */
export function PatternForm({ asked }: { readonly asked: PatternRequest | null }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const navigate = useNavigate()
  const [question, setQuestion] = useState(() =>
    asked === null ? emptyQuestion(peopleIn()) : draftOf(asked),
  )
  const [periods, setPeriods] = useState<readonly DraftPeriod[]>(() => asked?.periods ?? [emptyPeriod('P1')])
  const [faults, setFaults] = useState<Faults>({})
  const acting = useAct()
  const rows = usePatternClaims()
  const known = useClaims(claimsNamed(periods, asked?.checks ?? []))
  const answer = known.pending ? null : answerOf({ asked, question, periods }, known)

  const submit = async () => {
    const { asked: common, faults: lacking } = questionOf(question)
    const whole = periodsOf(periods)
    setFaults({ ...lacking, periods: whole === null ? missing('claims') : undefined })
    if (common === null || whole === null) return
    const body = { ...restOf(asked), ...common, periods: whole }
    const code = question.code.trim()
    const kept =
      asked === null
        ? await acting.run('/estimates', { code: code === '' ? null : code, asked: body })
        : await acting.run(`/estimates/${asked.id}/revision`, { asked: body })
    if (!kept.ok) {
      setFaults(faultsOf(kept))
      return
    }
    const estimate = asked?.id ?? kept.value
    await navigate({ to: '/i/$investigation/estimates/$estimate', params: { investigation, estimate } })
  }

  return (
    <Form
      className={styles.form ?? ''}
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <QuestionFields draft={question} onChange={setQuestion} faults={faults} isNew={asked === null} />
      <div className={styles.besides}>
        <PeriodFields
          {...{ periods, rows }}
          onChange={setPeriods}
          views={known.views}
          fault={faults.periods}
        />
        <MovingNumber answer={answer} />
      </div>
      <AssumptionFields draft={question} onChange={setQuestion} faults={faults} />
      <FormEnd ask={say('desk.ask.save')} busy={acting.busy} faults={faults} />
    </Form>
  )
}

/** What a revision keeps of the question as it was: other readings, checks, and whatever is studied beside. */
function restOf(asked: PatternRequest | null) {
  if (asked === null) return { alternatives: [], checks: [] }
  const { alternatives, checks, simulation, witnesses, projections, thresholds } = asked
  return {
    ...{ alternatives, checks },
    ...(simulation === undefined ? {} : { simulation }),
    ...(witnesses === undefined ? {} : { witnesses }),
    ...(projections === undefined ? {} : { projections }),
    ...(thresholds === undefined ? {} : { thresholds }),
  }
}

interface Draft {
  readonly asked: PatternRequest | null
  readonly question: DraftQuestion
  readonly periods: readonly DraftPeriod[]
}

/** The answer as far as it can be given: null while claims are still to be chosen. Words do not move the number. */
function answerOf(
  { asked, question, periods }: Draft,
  { claims, contradictions }: Pick<ReturnType<typeof useClaims>, 'claims' | 'contradictions'>,
): Outcome<PatternEstimate> | null {
  const whole = periodsOf(periods)
  const id = asked?.id ?? parseId<'estimate'>(DRAFT)
  if (whole === null || id === null) return null
  const { asked: common } = questionOf(question)
  const request: PatternRequest = {
    ...restOf(asked),
    ...{ id, code: question.code, periods: whole },
    ...(common ?? { ...UNWORDED, rounding: { kind: 'none' } }),
  }
  return estimateFromPatterns(request, claims, { contradictions, software: 'Corroborate' })
}

const DRAFT = '00000000-0000-7000-8000-000000000000'
const UNWORDED: Pick<PatternRequest, 'question' | 'unit' | 'assumptions'> = {
  question: { en: '?' },
  unit: { en: '?' },
  assumptions: [{ code: 'draft', words: { en: '?' } }],
}

/** The number as the chosen claims give it now, with every other reading beside it. */
function MovingNumber({ answer }: { readonly answer: Outcome<PatternEstimate> | null }) {
  const { say } = useTongue()
  return (
    <section className={styles.moving} aria-label={say('desk.ask.now')} tabIndex={0}>
      <h2>{say('desk.ask.now')}</h2>
      <output>
        {answer === null ? (
          <span className={styles.help}>{say('desk.ask.now.none')}</span>
        ) : answer.ok ? (
          <span className={styles.number}>
            <RangeText range={answer.value.published.range} />
          </span>
        ) : (
          <span className={styles.fault}>
            <RefusalText refusal={answer} />
          </span>
        )}
      </output>
      {answer?.ok === true ? <Beside estimate={answer.value} /> : null}
    </section>
  )
}

function Beside({ estimate }: { readonly estimate: PatternEstimate }) {
  const { say } = useTongue()
  return (
    <>
      <ul className={styles.lines}>
        {estimate.derivation
          .filter(({ kind }) => kind === 'subtotal' || kind === 'total')
          .map((step) => (
            <li key={step.name} data-kind={step.kind}>
              <span>
                {say(`step.${step.kind}`)} {step.period}
              </span>
              <bdi dir="ltr" className={styles.formula}>
                {step.formula}
              </bdi>
              <RangeText range={step.result} />
            </li>
          ))}
      </ul>
      {estimate.alternatives.length === 0 ? null : (
        <IntervalBars
          intervals={[
            { code: 'now', name: say('desk.estimate.computed'), range: estimate.interval, look: 'computed' },
            ...estimate.alternatives.map(({ code, words, interval }) => ({
              code,
              name: <InWords words={words} />,
              range: interval,
              look: 'other' as const,
            })),
          ]}
        />
      )}
    </>
  )
}
