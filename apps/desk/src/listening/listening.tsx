import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { Button } from 'react-aria-components'
import { wordsIn } from '@corroborate/base'
import type { TextView } from '@corroborate/server/api'
import type { Stretch } from '@corroborate/testimony'
import { DecisionForm } from '../deciding/decision-form.tsx'
import { exhibitOf, exhibitsOf } from '../exhibits/queries.ts'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { FindOne } from '../parts/find-one.tsx'
import { useMay } from '../parts/may.ts'
import styles from '../styles/listening.module.css'
import { Player } from './player.tsx'
import { spanOf } from './time-in-recording.ts'
import { useRecording } from './use-recording.ts'

interface ListeningProps {
  readonly investigation: string
  readonly view: TextView
  /** The words that are chosen; null when none are. */
  readonly chosen: Stretch | null
}

/** The recording of a text beside it: heard where words are chosen, and corrected from; or the form that says which it is. */
export function Listening({ investigation, view, chosen }: ListeningProps) {
  const { say } = useTongue()
  const playback = useRecording(investigation, view.recording)
  const may = useMay('record')
  const isLast = view.versions.at(-1)?.id === view.text.id
  const span = chosen === null ? null : spanOf(view.text.turns, chosen)
  const next = view.unheard?.[0]
  const unheard = next === undefined ? null : spanOf(view.text.turns, next)
  const correct =
    may && isLast ? (
      <Link
        className="button"
        to="/i/$investigation/texts/$text/correct"
        params={{ investigation, text: view.text.id }}
      >
        {say('listen.correct')}
      </Link>
    ) : null
  return (
    <>
      {playback === null ? (
        <div className={styles.controls}>
          {correct}
          {may ? (
            <Suspense>
              <TieRecording investigation={investigation} text={view.text.id} />
            </Suspense>
          ) : null}
        </div>
      ) : (
        <>
          <Player playback={playback}>
            {chosen === null ? null : (
              <Button
                className="button"
                isDisabled={span === null}
                onPress={() => span && playback.playPart(span)}
              >
                {say('listen.chosen')}
              </Button>
            )}
            {unheard === null ? null : (
              <Button className="button" onPress={() => playback.playPart(unheard)}>
                {say('listen.unheard')}
              </Button>
            )}
          </Player>
          {correct}
        </>
      )}
    </>
  )
}

/** Says from which file of which exhibit the text was written down. */
function TieRecording({ investigation, text }: { readonly investigation: string; readonly text: string }) {
  const { say, locale } = useTongue()
  const { data } = useSuspenseQuery(exhibitsOf(investigation))
  const [exhibit, setExhibit] = useState<string | null>(null)
  const [copy, setCopy] = useState<string | null>(null)
  const { data: view } = useQuery({
    ...exhibitOf(investigation, exhibit ?? ''),
    enabled: exhibit !== null,
    throwOnError: true,
  })
  const { run, busy, refusal } = useAct()
  if (data.exhibits.length === 0) return null
  const files = (view?.files ?? []).map(({ id, name, made }) => {
    const which = say(made === null ? 'desk.exhibit.evidentiary' : 'desk.exhibit.working')
    return { id, name: `${which} · ${name}` }
  })
  const file = files.find(({ id }) => id === copy) ?? files[0]
  return (
    <DecisionForm
      title={say('listen.tie')}
      note={say('listen.tie.note')}
      does={say('listen.tie.do')}
      busy={busy || file === undefined}
      refusal={refusal}
      onDecide={async () => {
        if (file !== undefined) await run(`/texts/${text}/recording`, { file: file.id })
      }}
    >
      <FindOne
        label={say('listen.exhibit')}
        options={data.exhibits.map(({ id, code, title, name }) => ({
          id,
          name: `${code} · ${wordsIn(locale, title)} · ${name}`,
        }))}
        chosen={exhibit}
        choose={setExhibit}
      />
      {files.length > 1 ? (
        <OneOf label={say('desk.exhibit.files')} options={files} chosen={file?.id ?? null} choose={setCopy} />
      ) : null}
    </DecisionForm>
  )
}
