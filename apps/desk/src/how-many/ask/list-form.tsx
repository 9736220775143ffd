import { useSuspenseQuery } from '@tanstack/react-query'
import { AskForm } from './ask-form.tsx'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { wordsIn } from '@corroborate/base'
import type { ListRequest } from '@corroborate/estimate'
import { listsOf } from '../../api.ts'
import { useTongue } from '../../locale.tsx'
import { useInvestigation } from '../../parts/links.tsx'
import { useAct } from '../use-act.ts'
import { draftOf, emptyQuestion, faultsOf, missing, questionOf, wordsOf, type Faults } from './draft.ts'
import { draftOverlap, overlapBy, overlapOf } from './draft-overlap.ts'
import { Field, FieldGroup } from './fields.tsx'
import { FormEnd } from './form-end.tsx'
import { OverlapFields } from './overlap-fields.tsx'
import { OverlapPreview } from './overlap-preview.tsx'
import { AssumptionFields, QuestionFields } from './question-fields.tsx'
import { peopleIn } from './people-in.ts'

/** Asks "how many" of lists, anew or again: nothing that was typed is lost when something stands against it. */
export function ListForm({
  asked,
  linkage = null,
}: {
  readonly asked: ListRequest | null
  /** The linkage that a new question begins with. */
  readonly linkage?: string | null
}) {
  const { say, locale } = useTongue()
  const investigation = useInvestigation()
  const navigate = useNavigate()
  const { data: known } = useSuspenseQuery(listsOf(investigation))
  const [question, setQuestion] = useState(() =>
    asked === null ? emptyQuestion(peopleIn()) : draftOf(asked),
  )
  const [overlap, setOverlap] = useState(() =>
    asked === null ? overlapBy(known.linkages.find(({ id }) => id === linkage)) : draftOverlap(asked.overlap),
  )
  const [seed, setSeed] = useState(() => asked?.seed ?? freshSeed())
  const [tried, setTried] = useState<Faults>({})
  const acting = useAct()

  const read = overlapOf(overlap)
  // What is wrong with the counts is said at once; what is merely still missing only when somebody has tried.
  const faults: Faults = read.ok || read.reason.startsWith('missing-') ? tried : { ...tried, overlap: read }
  const submit = async () => {
    const { asked: common, faults: lacking } = questionOf(question)
    const source =
      overlap.kind === 'table' && wordsOf(overlap.source) === null ? missing('source') : undefined
    const noSeed = seed.trim() === '' ? missing('seed') : undefined
    setTried({ ...lacking, source, seed: noSeed, overlap: read.ok ? undefined : read })
    if (common === null || !read.ok || source !== undefined || noSeed !== undefined) return
    const body = { ...common, overlap: read.value, seed: seed.trim() }
    const code = question.code.trim()
    const kept =
      asked === null
        ? await acting.run('/estimates', { code: code === '' ? null : code, asked: body })
        : await acting.run(`/estimates/${asked.id}/revision`, { asked: body })
    if (!kept.ok) {
      setTried(faultsOf(kept))
      return
    }
    const estimate = asked?.id ?? kept.value
    await acting.run(`/estimates/${estimate}/runs`)
    await navigate({ to: '/i/$investigation/estimates/$estimate', params: { investigation, estimate } })
  }

  return (
    <AskForm onAsk={submit}>
      <QuestionFields draft={question} onChange={setQuestion} faults={faults} isNew={asked === null} />
      <OverlapFields draft={overlap} onChange={setOverlap} faults={faults} known={known} />
      <OverlapPreview overlap={read} title={wordsIn(locale, wordsOf(question.question) ?? { en: '' })} />
      <AssumptionFields draft={question} onChange={setQuestion} faults={faults} />
      <FieldGroup title={say('desk.run.seed')}>
        <Field
          label={say('desk.run.seed')}
          look="short"
          language="en"
          help={say('desk.ask.seed.help')}
          value={seed}
          onChange={setSeed}
          fault={faults.seed}
        />
      </FieldGroup>
      <FormEnd ask={say('desk.ask.lists.run')} busy={acting.busy} faults={faults} tried={tried} />
    </AskForm>
  )
}

/** Sixteen hexadecimal digits by chance: a seed is only there to be written down. */
function freshSeed(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
