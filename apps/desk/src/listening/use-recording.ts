import { useCallback, useEffect, useRef, useState } from 'react'
import { ok, refuse, type Outcome, type Refusal } from '@corroborate/base'
import type { TextRecording } from '@corroborate/server/api'
import { openFile } from '../exhibits/open-file.ts'
import { useAddress } from '../exhibits/use-address.ts'
import { useTongue } from '../locale.tsx'
import { peaksOf } from './peaks.ts'
import type { Span } from './time-in-recording.ts'

/** As many as a waveform has lines. */
const LINES = 600
/** Enough to see where somebody speaks; the lowest rate that every browser decodes to. */
const SAMPLES_PER_SECOND = 8_000
/** Decoded, a longer file would fill the memory of a small machine. */
const LONGEST_DRAWN = 200_000_000
export const SPEEDS: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2]

/** A recording in the hands of whoever listens. Times are milliseconds. */
export interface Playback {
  readonly recording: TextRecording
  readonly state: 'shut' | 'coming' | 'open'
  readonly refusal: Refusal | null
  readonly at: number
  readonly length: number
  readonly playing: boolean
  readonly speed: number
  /** Null while it is being drawn, and where it cannot be. */
  readonly peaks: readonly number[] | null
  readonly open: () => void
  readonly toggle: () => void
  readonly seek: (to: number) => void
  /** Plays a part, and stops at its end. */
  readonly playPart: (part: Span) => void
  readonly setSpeed: (speed: number) => void
}

/**
 * The recording of a text, fetched when somebody asks to hear it: that goes into its chain of custody. It is decoded in this browser
 * and stays in its memory.
 */
export function useRecording(investigation: string, recording: TextRecording | null): Playback | null {
  const { say } = useTongue()
  const audio = useRef<HTMLAudioElement | null>(null)
  const until = useRef<number | null>(null)
  const [state, setState] = useState<Playback['state']>('shut')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [peaks, setPeaks] = useState<readonly number[] | null>(null)
  const [shown, setShown] = useState(STILL)
  const addressOf = useAddress()
  useEffect(() => () => pause(audio), [])
  const name = recording?.name ?? ''
  const play = useCallback(
    () => void audio.current?.play().catch(() => setRefusal(refuse('not-played', name))),
    [name],
  )
  const seek = useCallback((to: number) => {
    if (audio.current === null) return
    until.current = null
    audio.current.currentTime = Math.max(0, to / 1000)
  }, [])
  const playPart = useCallback(
    ({ from, to }: Span) => {
      seek(from)
      until.current = to
      play()
    },
    [seek, play],
  )
  if (recording === null) return null
  const open = async () => {
    setState('coming')
    const blob = await fetched(investigation, recording.file, say('listen.reason'))
    setRefusal(blob.ok ? null : blob)
    setState(blob.ok ? 'open' : 'shut')
    const address = blob.ok ? addressOf(blob.value) : null
    if (!blob.ok || address === null) return
    const element = new Audio(address)
    audio.current = element
    const look = () => {
      if (until.current !== null && element.currentTime * 1000 >= until.current) {
        until.current = null
        element.pause()
      }
      setShown(stateOf(element))
    }
    for (const event of ['timeupdate', 'play', 'pause', 'ratechange', 'durationchange', 'seeked'])
      element.addEventListener(event, look)
    element.addEventListener('error', () => setRefusal(refuse('not-played', name)))
    setPeaks(await drawn(blob.value))
  }
  return {
    ...{ recording, state, refusal, peaks, seek, playPart, ...shown },
    open: () => void open(),
    toggle: () => {
      until.current = null
      if (audio.current?.paused === true) play()
      else audio.current?.pause()
    },
    setSpeed: (speed) => {
      if (audio.current !== null) audio.current.playbackRate = speed
    },
  }
}

const STILL = { at: 0, length: 0, playing: false, speed: 1 }

function stateOf({ currentTime, duration, paused, playbackRate }: HTMLAudioElement): typeof STILL {
  const length = Number.isFinite(duration) ? duration * 1000 : 0
  return { at: currentTime * 1000, length, playing: !paused, speed: playbackRate }
}

function pause({ current }: { readonly current: HTMLAudioElement | null }): void {
  current?.pause()
}

async function fetched(investigation: string, file: string, reason: string): Promise<Outcome<Blob>> {
  const given = await openFile(investigation, { file, reason })
  if (!given.ok) return given
  try {
    return ok(await given.value.blob())
  } catch (error) {
    return refuse('unreachable', error instanceof Error ? error.message : file)
  }
}

/** Null where the browser cannot decode it, or the file is too long to be decoded whole. */
async function drawn(blob: Blob): Promise<readonly number[] | null> {
  if (blob.size > LONGEST_DRAWN) return null
  try {
    const context = new OfflineAudioContext(1, 1, SAMPLES_PER_SECOND)
    const decoded = await context.decodeAudioData(await blob.arrayBuffer())
    return peaksOf(decoded.getChannelData(0), LINES)
  } catch {
    return null
  }
}
