import { useQueryClient } from '@tanstack/react-query'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { LinkageRunView } from '@corroborate/server/api'
import { listsOf } from '../api.ts'
import { Field, WordsField } from '../how-many/ask/fields.tsx'
import { missing, NO_WORDS, wordsOf } from '../how-many/ask/draft.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import inputs from '../styles/ask.module.css'

/** Makes the clusters of a run a linkage, in the name of whoever answers for it, and leads on to "how many". */
export function AcceptRun({ view: { row } }: { readonly view: LinkageRunView }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [title, setTitle] = useState(NO_WORDS)
  const [madeBy, setMadeBy] = useState(NO_WORDS)
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const acting = useAct()
  const [named, by] = [wordsOf(title), wordsOf(madeBy)]
  const submit = async () => {
    setTried(true)
    if (named === null || by === null) return
    const body = { code: code.trim() === '' ? null : code.trim(), title: named, madeBy: by }
    const accepted = await acting.run(`/linkage-runs/${row.id}/acceptance`, body)
    if (!accepted.ok) return
    // The question begins with the linkage, so it has to know it: what is held of the lists is older.
    await queries.query({ ...listsOf(investigation), staleTime: 0 })
    await navigate({
      to: '/i/$investigation/estimates/ask/lists',
      params: { investigation },
      search: { linkage: accepted.value },
    })
  }
  return (
    <AskForm onAsk={submit}>
      <WordsField
        label={say('desk.link.accept.title')}
        value={title}
        onChange={setTitle}
        fault={tried && named === null ? missing('title') : undefined}
      />
      <WordsField
        label={say('desk.link.made-by')}
        help={say('desk.link.made-by.help')}
        value={madeBy}
        onChange={setMadeBy}
        fault={tried && by === null ? missing('made-by') : undefined}
      />
      <Field
        label={say('desk.ask.code')}
        look="short"
        language="en"
        help={say('desk.ask.code.help')}
        value={code}
        onChange={setCode}
      />
      <RefusalNote refusal={acting.refusal} />
      <div className={inputs.end}>
        <Button type="submit" className="button" isDisabled={acting.busy}>
          {say('desk.link.accept.do')}
        </Button>
      </div>
    </AskForm>
  )
}
