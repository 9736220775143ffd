import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { CodeId } from '@corroborate/base'
import type { TextView } from '@corroborate/server/api'
import { sliceCodePoints, type Stretch } from '@corroborate/testimony'
import { codesOf } from '../api.ts'
import { LeftBehind } from '../listening/left-behind.tsx'
import { Listening } from '../listening/listening.tsx'
import { MarkedText } from '../parts/marked-text.tsx'
import { useMay } from '../parts/may.ts'
import { PassageList } from '../parts/passage-list.tsx'
import layout from '../styles/reading.module.css'
import { Heard } from './heard.tsx'
import { textKeyOf } from './text-keys.ts'
import { useCaret } from './use-caret.ts'
import { useReadTurns } from './use-read-turns.ts'
import { useTextWork } from './use-text-work.ts'
import { WorkBar } from './work-bar.tsx'

interface TextDeskProps {
  readonly investigation: string
  readonly view: TextView
  readonly chosen: string | null
}

/** A text as it is worked in: words are chosen by key or pointer, and marked, coded, or made a claim by one key. */
export function TextDesk({ investigation, view: saved, chosen: passage }: TextDeskProps) {
  const { view, put, undo, post } = useTextWork(investigation, saved)
  const { data: system } = useSuspenseQuery(codesOf(investigation))
  const turns = useReadTurns(view)
  const caret = useCaret(view.text, turns)
  const [memo, setMemo] = useState('')
  const [help, setHelp] = useState(false)
  const memoField = useRef<HTMLInputElement | null>(null)
  const { chosen } = caret
  const text = view.text.id
  const mark = () => {
    if (chosen !== null && !isMarked(view, chosen)) put({ kind: 'mark', text, ...chosen })
  }
  const code = (id: CodeId) => {
    if (chosen === null) return
    put({ kind: 'code', text, ...chosen, code: id, memo: memo.trim() || null })
    setMemo('')
    caret.article.current?.focus({ preventScroll: true })
  }
  const state = useStatingFrom(view)
  const mayClaim = useMay('claim')
  const claim = mayClaim && chosen !== null ? () => state(chosen) : null
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const asked = textKeyOf(event, caret.direction)
    // Enter on a mark goes to its passage, as everywhere.
    if (asked === null || (event.key === 'Enter' && event.target !== event.currentTarget)) return
    const done = doneBy(asked.kind === 'code' ? asked.key : null)
    if (asked.kind === 'code' && done === null) return
    event.preventDefault()
    const acts = {
      mark,
      undo,
      claim,
      leave: caret.leave,
      help: () => setHelp(!help),
      memo: () => memoField.current?.focus(),
    }
    if (asked.kind === 'move') caret.move(asked.move)
    else if (asked.kind === 'code') done?.()
    else acts[asked.kind]?.()
  }
  const doneBy = (key: string | null) => {
    const found = key === null ? undefined : system.codes.find((one) => one.key === key)
    return found === undefined ? null : () => code(found.id)
  }
  return (
    <div className={layout.columns}>
      <div>
        <Listening view={saved} {...{ investigation, chosen }} />
        <Heard view={saved} chosen={chosen} />
        <LeftBehind view={saved} chosen={chosen} />
        <MarkedText
          text={view.text}
          chosen={passage}
          stretch={chosen}
          article={caret.article}
          {...{ turns, onKey }}
        />
        <WorkBar
          words={chosen === null ? null : sliceCodePoints(view.text.content, chosen.start, chosen.end)}
          codes={system.codes}
          {...{ post, memo, memoField, help }}
          onMemo={setMemo}
          onHelp={() => setHelp(!help)}
          onMark={mark}
          onCode={code}
          onClaim={claim}
          onUndo={undo}
        />
      </div>
      <PassageList
        content={view.text.content}
        passages={view.passages}
        codes={system.codes}
        chosen={passage}
        tools={{
          uncode: ({ start, end }, id) => put({ kind: 'uncode', text, start, end, code: id }),
          unmark: ({ start, end }) => put({ kind: 'unmark', text, start, end }),
        }}
      />
    </div>
  )
}

function isMarked(view: TextView, { start, end }: Stretch): boolean {
  return view.passages.some(({ passage }) => passage.start === start && passage.end === end)
}

/** Goes to the form of a claim from a stretch of this text. */
function useStatingFrom({ text }: TextView) {
  const navigate = useNavigate()
  return ({ start, end }: Stretch) =>
    void navigate({
      from: '/i/$investigation/texts/$text',
      to: '/i/$investigation/claims/new',
      search: { text: text.id, start, end },
    })
}
