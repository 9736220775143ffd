import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { memo, useCallback, useMemo, useRef } from 'react'
import { Button } from 'react-aria-components'
import { wordsIn } from '@corroborate/base'
import { send } from '../acts.ts'
import { holds, textOf } from '../api.ts'
import { DraftNote } from '../drafts/draft-note.tsx'
import { useDraft } from '../drafts/use-draft.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { correctionsOf, typedKept, typedTurns, type TypedTurn } from '../listening/corrections-of.ts'
import { Player } from '../listening/player.tsx'
import { clockTime, timeMark, turnHeardAt, type Span } from '../listening/time-in-recording.ts'
import { useRecording } from '../listening/use-recording.ts'
import { useTongue } from '../locale.tsx'
import { TextLink } from '../parts/links.tsx'
import { Code } from '../parts/in-words.tsx'
import { Page } from '../parts/page.tsx'
import { useDoing } from '../sealing/use-doing.ts'
import inputs from '../styles/ask.module.css'
import styles from '../styles/listening.module.css'

const route = getRouteApi('/i/$investigation/texts/$text/correct')

/** Corrects what was written down, turn by turn, while one listens. What is kept is a new version; the one before stays as it is. */
export function CorrectText() {
  const { say, locale } = useTongue()
  const { investigation, text: id } = route.useParams()
  const { data: view } = useSuspenseQuery(textOf(investigation, id))
  const { text } = view
  const playback = useRecording(investigation, view.recording)
  const { typed: anew, change, forget, keeping, takenUp } = useDraft(`correcting ${id}`, typedKept)
  const typed = useMemo(() => new Map(anew), [anew])
  const type = useCallback(
    (start: number, words: string) => change((before) => [...new Map(before).set(start, words)]),
    [change],
  )
  const turns = useMemo(() => typedTurns(text), [text])
  const field = useRef<HTMLTextAreaElement | null>(null)
  const onFocus = useCallback((element: HTMLTextAreaElement) => {
    field.current = element
  }, [])
  const play = playback?.state === 'open' ? playback.playPart : null
  const heard = playback === null ? null : turnHeardAt(text.turns, playback.at)
  const { keep, busy, refusal } = useKeeping(forget)
  const changes = useMemo(() => correctionsOf(text, typed), [text, typed])
  return (
    <Page
      name={`${say('listen.correct')} · ${text.code}`}
      kicker={
        <TextLink id={id}>
          <Code>{text.code}</Code> {wordsIn(locale, text.title)}
        </TextLink>
      }
      heading={say('listen.correct')}
      lead={say('correct.lead')}
    >
      <DraftNote keeping={keeping} />
      {playback === null ? null : (
        <Player
          playback={playback}
          onMark={(at) => {
            field.current?.setRangeText(`${timeMark(at)} `, ...rangeOf(field.current), 'end')
            field.current?.dispatchEvent(new Event('input', { bubbles: true }))
          }}
        />
      )}
      {turns.map((turn) => (
        <TurnField
          key={`${takenUp} ${turn.start}`}
          turn={turn}
          language={text.language}
          typed={typed.get(turn.start)}
          isHeard={heard === turn.start}
          {...{ type, onFocus, play }}
        />
      ))}
      <div className={inputs.end}>
        <Button
          className="button"
          isDisabled={busy || changes.length === 0}
          onPress={() => void keep({ corrections: changes })}
        >
          {say('correct.keep', { version: text.version + 1 })}
        </Button>
        <span>{say('correct.changes', { changes: changes.length })}</span>
      </div>
      <RefusalNote refusal={refusal} />
    </Page>
  )
}

function rangeOf({ selectionStart, selectionEnd }: HTMLTextAreaElement): [number, number] {
  return [selectionStart, selectionEnd]
}

interface TurnFieldProps {
  readonly turn: TypedTurn
  readonly language: string
  /** Undefined while it is as it was. */
  readonly typed: string | undefined
  readonly isHeard: boolean
  readonly type: (start: number, words: string) => void
  readonly onFocus: (field: HTMLTextAreaElement) => void
  readonly play: ((part: Span) => void) | null
}

/** The same while the recording plays: a long text has hundreds of them, and the time moves on several times a second. */
const TurnField = memo(function TurnField({ turn, language, typed, isHeard, ...props }: TurnFieldProps) {
  const { say } = useTongue()
  const { type, onFocus, play } = props
  const { span } = turn
  return (
    <div className={styles.turn} data-heard={isHeard} dir={turn.direction}>
      <p className={styles.turnHead}>
        <bdi>{turn.speaker}</bdi>
        {span === null ? null : (
          <Button
            className="button"
            isDisabled={play === null}
            aria-label={say('listen.from', { time: clockTime(span.from) })}
            onPress={() => play?.(span)}
          >
            <bdi>▶ {clockTime(span.from)}</bdi>
          </Button>
        )}
      </p>
      <textarea
        lang={language}
        dir={turn.direction ?? 'auto'}
        aria-label={
          turn.speaker === null ? say('correct.words') : say('correct.turn', { speaker: turn.speaker })
        }
        defaultValue={typed ?? turn.words}
        data-changed={typed !== undefined && typed !== turn.words}
        onFocus={(event) => onFocus(event.currentTarget)}
        onInput={(event) => type(turn.start, event.currentTarget.value)}
      />
    </div>
  )
})

/** Sends the corrections, and goes to the version that they made. */
function useKeeping(forget: () => void) {
  const { investigation, text } = route.useParams()
  const navigate = useNavigate()
  const { run, busy, refusal } = useDoing()
  const keep = async (body: object) => {
    const path = `/investigations/${investigation}/texts/${text}/corrections`
    const made = await run(() => send(path, body))
    if (!made.ok || !holds<{ readonly text: string }>(made.value, ['text'])) return
    forget()
    const params = { investigation, text: made.value.text }
    await navigate({ to: '/i/$investigation/texts/$text', params })
  }
  return { keep, busy, refusal }
}
