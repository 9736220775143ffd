import { useState } from 'react'
import { Button } from 'react-aria-components'
import { wordsIn, type Words } from '@corroborate/base'
import type { CodesView } from '@corroborate/server/api'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { draftWords, missing, NO_WORDS, wordsOf } from '../how-many/ask/draft.ts'
import { Field, WordsField } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import inputs from '../styles/ask.module.css'
import { branchesOf } from './code-tree.ts'

type CodeCard = CodesView['codes'][number]

interface CodeFormProps {
  readonly codes: readonly CodeCard[]
  /** The code that is revised; null for a new one. */
  readonly code: CodeCard | null
  readonly onDone: () => void
}

const AT_KEY = ['key-taken', 'key-reserved']

/** Names a code, puts it in the tree, and gives it a key and a memo. */
export function CodeForm({ codes, code, onDone }: CodeFormProps) {
  const { say, locale } = useTongue()
  const [name, setName] = useState(code === null ? NO_WORDS : draftWords(code.name))
  const [within, setWithin] = useState<string>(code?.within ?? '')
  const [key, setKey] = useState(code?.key ?? '')
  const [memo, setMemo] = useState(code?.memo ?? '')
  const [lacking, setLacking] = useState(false)
  const acting = useAct()
  const called = wordsOf(name)
  const submit = async () => {
    setLacking(called === null)
    if (called === null) return
    const path = code === null ? '/codes' : `/codes/${code.id}/revision`
    const answer = await acting.run(path, {
      name: called,
      within: within || null,
      key: key.trim() || null,
      memo: memo.trim() || null,
    })
    if (answer.ok) onDone()
  }
  const places = branchesOf(codes).filter((branch) => branch.code.id !== code?.id)
  const { refusal } = acting
  const atKey = refusal !== null && AT_KEY.includes(refusal.reason)
  return (
    <AskForm onAsk={submit}>
      <WordsField
        label={say('work.code.name')}
        look="short"
        value={name}
        onChange={setName}
        fault={lacking && called === null ? missing('code-name') : undefined}
      />
      <div className={inputs.inLine}>
        <Field
          label={say('work.code.key')}
          look="number"
          language="en"
          help={say('work.code.key.help')}
          value={key}
          onChange={(typed) => setKey(typed.slice(-1).toLowerCase())}
          fault={atKey ? refusal : undefined}
        />
        <OneOf
          label={say('work.code.within')}
          options={[
            { id: '', name: say('work.code.top') },
            ...places.map((branch) => ({ id: branch.code.id, name: nameOf(branch) })),
          ]}
          chosen={within}
          choose={setWithin}
        />
      </div>
      <Field label={say('work.code.memo')} lines={2} value={memo} onChange={setMemo} />
      <RefusalNote refusal={atKey ? null : refusal} />
      <div className={inputs.end}>
        <Button type="submit" className="button" isDisabled={acting.busy}>
          {say(code === null ? 'work.code.make' : 'work.code.keep')}
        </Button>
        <Button className="button" onPress={onDone}>
          {say('work.cancel')}
        </Button>
      </div>
    </AskForm>
  )

  function nameOf(branch: { readonly code: { readonly name: Words }; readonly depth: number }): string {
    return `${'– '.repeat(branch.depth)}${wordsIn(locale, branch.code.name)}`
  }
}
