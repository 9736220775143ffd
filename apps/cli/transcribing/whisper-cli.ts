import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { segmentsOfWhisperCpp } from '@corroborate/interchange'
import type { EngineAsked } from '../transcribe-command-line.ts'
import { endOf, environmentOfEngine, quoted } from './child.ts'
import { digestsOf, type Heard } from './heard.ts'
import { recordingForm, type Fault } from './recording.ts'

type WhisperAsked = Extract<EngineAsked, { readonly name: 'whisper-cli' }>

/**
 * Has `whisper-cli` of whisper.cpp transcribe a recording: `-ojf` for how sure it is of each token, `-l auto` where no language was told, because it
 * takes English for granted. It writes into a folder that only this user enters and that is removed.
 */
export async function byWhisperCli(
  recording: string,
  { program, model }: WhisperAsked,
  language: string | null,
): Promise<Outcome<Heard, Fault>> {
  const form = await recordingForm(recording)
  if (!form.ok) return form
  if (!(await isFile(program)))
    return refuse('no-engine', `${program}: expected the program whisper-cli, found no such file.`)
  if (!(await isFile(model)))
    return refuse('no-model', `${model}: expected the file of a model (ggml), found none.`)
  const digests = await digestsOf([model])
  const folder = await mkdtemp(join(tmpdir(), 'corroborate-'))
  try {
    const result = join(folder, 'heard')
    const [of, by] = [resolve(recording), resolve(model)]
    const told = ['-m', by, '-l', language ?? 'auto', '-ojf', '-of', result, '-f', of]
    const child = spawn(resolve(program), told, {
      env: environmentOfEngine(),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const { trouble, said } = await endOf(child)
    if (trouble !== null)
      return refuse('engine-failed', `${program} made no transcript: ${trouble}.${quoted(said)}`)
    const written = await readFile(`${result}.json`, 'utf8').catch(() => null)
    if (written === null)
      return refuse('engine-failed', `${program} ended well and wrote no transcript.${quoted(said)}`)
    const heard = segmentsOfWhisperCpp(parsed(written))
    if (heard === null)
      return refuse(
        'engine-failed',
        `${program} wrote something else than the JSON of whisper.cpp.${quoted(said)}`,
      )
    return ok({
      ...{ language: language ?? heard.language, segments: heard.segments },
      engine: { name: 'whisper-cli', version: null, model: basename(model), ...digests },
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
