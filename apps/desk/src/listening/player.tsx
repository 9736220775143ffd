import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import styles from '../styles/listening.module.css'
import { playerKeyOf, type PlayerKey } from './player-keys.ts'
import { clockTime } from './time-in-recording.ts'
import { SPEEDS, type Playback } from './use-recording.ts'
import { Waveform } from './waveform.tsx'

/** What the rewind goes back: far enough to hear a word again. */
const STEP = 2_000

interface PlayerProps {
  readonly playback: Playback
  /** Puts the time where one types; absent where nothing is typed. */
  readonly onMark?: (at: number) => void
  /** What more can be done with the recording beside the text that stands there. */
  readonly children?: ReactNode
}

/** The recording of a text, by key or pointer. */
export function Player({ playback, onMark, children }: PlayerProps) {
  const { say } = useTongue()
  const { state, at, length, playing, speed, refusal } = playback
  const acts: Readonly<Record<PlayerKey, () => void>> = {
    play: playback.toggle,
    back: () => playback.seek(at - STEP),
    on: () => playback.seek(at + STEP),
    slower: () => playback.setSpeed(beside(speed, -1)),
    faster: () => playback.setSpeed(beside(speed, 1)),
    mark: () => onMark?.(at),
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const asked = playerKeyOf(event)
    if (asked === null || state !== 'open' || event.defaultPrevented) return
    event.preventDefault()
    acts[asked]()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <section className={styles.player} aria-label={say('listen.recording')}>
      {state === 'open' ? (
        <>
          <Waveform playback={playback} />
          <div className={styles.controls}>
            <Button className="button" aria-keyshortcuts="Escape" onPress={acts.play}>
              {say(playing ? 'listen.pause' : 'listen.play')} <kbd>Esc</kbd>
            </Button>
            <Button className="button" aria-keyshortcuts="F1" onPress={acts.back}>
              {say('listen.back')} <kbd>F1</kbd>
            </Button>
            <Button className="button" aria-keyshortcuts="F2" onPress={acts.on}>
              {say('listen.on')} <kbd>F2</kbd>
            </Button>
            <span className={styles.speed}>
              <Button className="button" aria-keyshortcuts="F3" onPress={acts.slower}>
                {say('listen.slower')} <kbd>F3</kbd>
              </Button>
              <bdi>{say('listen.speed', { speed })}</bdi>
              <Button className="button" aria-keyshortcuts="F4" onPress={acts.faster}>
                {say('listen.faster')} <kbd>F4</kbd>
              </Button>
            </span>
            <bdi className="number">{`${clockTime(at)} / ${clockTime(length)}`}</bdi>
            {onMark === undefined ? null : (
              <Button className="button" aria-keyshortcuts="Control+J" onPress={acts.mark}>
                {say('listen.mark')} <kbd>Ctrl J</kbd>
              </Button>
            )}
            {children}
          </div>
        </>
      ) : (
        <div className={styles.controls}>
          <Button className="button" isDisabled={state === 'coming'} onPress={playback.open}>
            {say(state === 'coming' ? 'listen.coming' : 'listen.open')}
          </Button>
          <bdi>{playback.recording.name}</bdi>
          <span className={styles.quiet}>{say('listen.open.note')}</span>
        </div>
      )}
      <RefusalNote refusal={refusal} />
    </section>
  )
}

/** The next speed that is offered, or the same at the ends. */
function beside(speed: number, step: 1 | -1): number {
  return SPEEDS[SPEEDS.indexOf(speed) + step] ?? speed
}
