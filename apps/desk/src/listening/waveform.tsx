import { useEffect, useRef } from 'react'
import { useTongue } from '../locale.tsx'
import styles from '../styles/listening.module.css'
import { clockTime } from './time-in-recording.ts'
import type { Playback } from './use-recording.ts'

const HEIGHT = 48

/** The recording as it sounds, and where in it one is. Time runs to the right in every language, as on a tape. */
export function Waveform({ playback: { peaks, at, length, seek } }: { readonly playback: Playback }) {
  const { say } = useTongue()
  const canvas = useRef<HTMLCanvasElement | null>(null)
  const heard = peaks === null || length === 0 ? 0 : Math.floor((at / length) * peaks.length)
  useEffect(() => {
    if (canvas.current !== null && peaks !== null) draw(canvas.current, peaks, heard)
  }, [peaks, heard])
  return (
    <div className={styles.wave} dir="ltr">
      {peaks === null ? null : (
        <canvas
          ref={canvas}
          width={peaks.length}
          height={HEIGHT}
          aria-hidden="true"
          onClick={(event) => {
            const { left, width } = event.currentTarget.getBoundingClientRect()
            seek(((event.clientX - left) / width) * length)
          }}
        />
      )}
      <input
        type="range"
        min={0}
        max={Math.max(1, Math.round(length))}
        step={100}
        value={Math.round(at)}
        aria-label={say('listen.place')}
        aria-valuetext={clockTime(at)}
        onChange={(event) => seek(Number(event.currentTarget.value))}
      />
    </div>
  )
}

function draw(canvas: HTMLCanvasElement, peaks: readonly number[], heard: number): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  const colours = getComputedStyle(canvas)
  const [past, ahead] = [colours.getPropertyValue('--accent'), colours.getPropertyValue('--line-strong')]
  context.clearRect(0, 0, canvas.width, canvas.height)
  for (const [at, peak] of peaks.entries()) {
    const height = Math.max(1, peak * HEIGHT)
    context.fillStyle = at < heard ? past : ahead
    context.fillRect(at, (HEIGHT - height) / 2, 1, height)
  }
}
