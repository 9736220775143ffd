import { open, stat } from 'node:fs/promises'
import { ok, refuse, type Outcome } from '@corroborate/base'

/** A sentence is all that can be said to whoever stands at the terminal. */
export type Fault = 'no-recording' | 'not-readable' | 'no-engine' | 'no-model' | 'engine-failed' | 'no-words'

/** Makes any recording one that every engine takes. The program is the user's own. */
export function ffmpegLine(path: string): string {
  return `ffmpeg -i "${path}" -vn -ac 1 -ar 16000 -c:a pcm_s16le "${path}.wav"`
}

/** The forms that whisper-cli says that it reads, by how their files begin. */
const BEGINNINGS: readonly (readonly [form: string, begins: RegExp])[] = [
  ['wav', /^RIFF....WAVE/s],
  ['flac', /^fLaC/],
  ['ogg', /^OggS/],
  ['mp3', /^(?:ID3|\xff[\xe2-\xff])/],
]

/** What kind of recording this is, told by its bytes; refused where no engine reads it. */
export async function recordingForm(path: string): Promise<Outcome<string, Fault>> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile())
    return refuse('no-recording', `${path}: expected a recording, found no file that can be read.`)
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0)
    const begins = buffer.toString('latin1', 0, bytesRead)
    const form = BEGINNINGS.find(([, pattern]) => pattern.test(begins))
    return form === undefined
      ? refuse(
          'not-readable',
          `${path}: expected WAV, FLAC, MP3 or Ogg, found another kind of file. To make it one: ${ffmpegLine(path)}`,
        )
      : ok(form[0])
  } finally {
    await file.close()
  }
}
