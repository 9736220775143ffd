import { stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, parse, resolve } from 'node:path'
import { ok, refuse, valueOf, type Outcome } from '@corroborate/base'
import { machineInWords, timeInWords, writeMachineTranscript } from '@corroborate/interchange'
import type { TextsAsked } from './command-line.ts'
import { digestOfFile, fileOnDisk } from './files-on-disk.ts'
import { texts, withInto } from './texts.ts'
import type { TranscribeAsked } from './transcribe-command-line.ts'
import type { Heard } from './transcribing/heard.ts'
import { bySherpa } from './transcribing/sherpa.ts'
import { byWhisperCli } from './transcribing/whisper-cli.ts'

/**
 * Has an engine that the user has installed write down what it hears in a recording, beside the recording; and takes that in where an investigation is
 * named, as a machine's words, of which nothing is citable before somebody has listened. Sends nothing anywhere.
 */
export async function transcribe(asked: TranscribeAsked): Promise<number> {
  const out = outOf(asked)
  const taking = takingIn(asked, out)
  if ((await stat(out).catch(() => null)) !== null)
    return complain(`${out} is there already. Move it, or name another file with --out.`)
  // A transcript takes hours: that it cannot be taken in is said before.
  const willTake = taking === null ? 0 : await withInto(taking, () => Promise.resolve(0))
  if (willTake !== 0) return willTake
  const heard = await heardIn(asked)
  if (!heard.ok) return complain(heard.detail)
  const { engine, segments } = heard.value
  const recording = { file: basename(asked.recording), sha256: await digestOf(asked.recording) }
  await writeFile(out, writeMachineTranscript({ ...heard.value, recording }), { flag: 'wx', mode: 0o600 })
  const until = timeInWords(Math.round((segments.at(-1)?.end ?? 0) * 1000))
  console.log(`${out}: ${segments.length} segments up to ${until}, by ${machineInWords(engine)}.`)
  return taking === null ? 0 : await texts(taking)
}

async function heardIn({ recording, engine, language }: TranscribeAsked): Promise<Outcome<Heard>> {
  const heard =
    engine.name === 'whisper-cli'
      ? await byWhisperCli(recording, engine, language)
      : await bySherpa(recording, engine, language)
  if (!heard.ok) return heard
  return heard.value.segments.length === 0
    ? refuse('no-words', `${recording}: ${engine.name} heard no words in it.`)
    : ok(heard.value)
}

function outOf({ out, recording }: TranscribeAsked): string {
  return out ?? join(dirname(resolve(recording)), `${parse(recording).name}.transcript.json`)
}

function takingIn({ into, language, data, passphraseFile }: TranscribeAsked, out: string): TextsAsked | null {
  if (into === null) return null
  return {
    ...{ command: 'texts', files: [out], speakers: null, into: { ...into, language }, json: false },
    ...{ data, passphraseFile },
  }
}

async function digestOf(path: string): Promise<string> {
  return digestOfFile(valueOf(await fileOnDisk(path)))
}

function complain(sentence: string): number {
  console.error(`${sentence}\nNothing was written.`)
  return 2
}
