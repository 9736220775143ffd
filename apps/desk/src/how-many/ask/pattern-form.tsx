import { useNavigate } from '@tanstack/react-router'
import { AskForm } from './ask-form.tsx'
import { useMemo, useState } from 'react'
import { wordsIn } from '@corroborate/base'
import type { PatternRequest } from '@corroborate/estimate'
import { useTongue } from '../../locale.tsx'
import { useInvestigation } from '../../parts/links.tsx'
import styles from '../../styles/ask.module.css'
import { useAct } from '../use-act.ts'
import { ProjectionFields, ThresholdFields } from './beyond-fields.tsx'
import { faultsOf, questionOf, type Faults } from './draft.ts'
import type { DraftStudy } from './draft-study.ts'
import { DrawingFields } from './drawing-fields.tsx'
import { FormEnd } from './form-end.tsx'
import { MovingNumber } from './moving-number.tsx'
import { claimsOfDraft, patternDraft, readPatternDraft, restOf } from './pattern-draft.ts'
import { PeriodFields } from './period-fields.tsx'
import { AssumptionFields, QuestionFields } from './question-fields.tsx'
import { useClaims, usePatternClaims } from './use-claims.ts'

/** Asks "how many" of pattern claims. The number is reckoned here, by the core, with each choice; the server reckons it again for itself. */
export function PatternForm({ asked }: { readonly asked: PatternRequest | null }) {
  const { say, locale } = useTongue()
  const investigation = useInvestigation()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => patternDraft(asked))
  const [tried, setTried] = useState<Faults>({})
  const acting = useAct()
  const rows = usePatternClaims()
  const options = useMemo(
    () =>
      rows.map(({ id, code, proposition }) => ({ id, name: `${code} · ${wordsIn(locale, proposition)}` })),
    [rows, locale],
  )
  const known = useClaims(claimsOfDraft(asked, draft))
  const read = readPatternDraft(asked, draft, known)
  const codes = draft.periods.map(({ code }) => code)
  // What is wrong is said at once; what is merely still missing only when somebody has tried.
  const faults: Faults = { ...tried, ...read.wrong }

  const submit = async () => {
    const { asked: common, faults: unsaid } = questionOf(draft.question)
    setTried({ ...unsaid, ...read.lacking })
    const { periods, study } = read
    if (common === null || periods.asked === null || !isClear(read.lacking) || !isClear(read.wrong)) return
    const body = { ...restOf(asked), ...study.asked, ...common, periods: periods.asked }
    const code = draft.question.code.trim()
    const kept =
      asked === null
        ? await acting.run('/estimates', { code: code === '' ? null : code, asked: body })
        : await acting.run(`/estimates/${asked.id}/revision`, { asked: body })
    if (!kept.ok) {
      setTried(faultsOf(kept))
      return
    }
    const estimate = asked?.id ?? kept.value
    await navigate({ to: '/i/$investigation/estimates/$estimate', params: { investigation, estimate } })
  }
  const withStudy = (part: Partial<DraftStudy>) => {
    setDraft({ ...draft, study: { ...draft.study, ...part } })
  }

  return (
    <AskForm onAsk={submit}>
      <QuestionFields
        draft={draft.question}
        onChange={(question) => setDraft({ ...draft, question })}
        faults={faults}
        isNew={asked === null}
      />
      <div className={styles.besides}>
        <PeriodFields
          {...{ rows, options, faults }}
          periods={draft.periods}
          onChange={(periods) => setDraft({ ...draft, periods })}
          views={known.views}
        />
        <MovingNumber answer={read.answer} />
      </div>
      <AssumptionFields
        draft={draft.question}
        onChange={(question) => setDraft({ ...draft, question })}
        faults={faults}
      />
      <DrawingFields
        {...{ faults, periods: codes, claims: options }}
        drawing={draft.study.drawing}
        onChange={(drawing) => withStudy({ drawing })}
      />
      <ThresholdFields
        {...{ faults, said: read.said }}
        thresholds={draft.study.thresholds}
        onChange={(thresholds) => withStudy({ thresholds })}
      />
      <ProjectionFields
        {...{ faults, said: read.said, periods: codes }}
        projections={draft.study.projections}
        onChange={(projections) => withStudy({ projections })}
      />
      <FormEnd ask={say('desk.ask.save')} busy={acting.busy} faults={faults} />
    </AskForm>
  )
}

function isClear(faults: Faults): boolean {
  return Object.values(faults).every((fault) => fault === undefined)
}
