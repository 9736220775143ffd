/** A stretch of what an engine heard, in seconds from the beginning of the recording. */
export interface MachineSegment {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The mean natural logarithm of how likely the engine holds its tokens to be; null where it does not say. */
  readonly avg_logprob: number | null
}

/** What wrote a transcript: told so that it can be said later which machine it was, to the byte. */
export interface Engine {
  readonly name: 'whisper-cli' | 'sherpa-onnx'
  readonly version: string | null
  readonly model: string
  /** Of its files; of several, of the lines that `sha256sum` writes for them. */
  readonly sha256: string
  readonly files: readonly FileDigest[]
}

export interface FileDigest {
  readonly file: string
  readonly sha256: string
}

export interface MachineTranscript {
  readonly engine: Engine
  readonly recording: FileDigest
  /** Of the words, where it was told or found out. */
  readonly language: string | null
  readonly segments: readonly MachineSegment[]
}

const LONGEST_MODEL = 80

/** The engine in one line, as a text names the machine that wrote it. */
export function machineInWords({ name, version, model, sha256 }: Engine): string {
  const program = version === null ? name : `${name} ${version}`
  return `${program}, model ${model.slice(0, LONGEST_MODEL)}, SHA-256 ${sha256}`
}

/** A machine's transcript as a file, in the dialect of openai-whisper with a member of our own, which says who wrote it and of what. */
export function writeMachineTranscript({ engine, recording, language, segments }: MachineTranscript): string {
  const corroborate = { machine: machineInWords(engine), engine, recording }
  const toTheMillisecond = segments.map(({ start, end, ...said }) => ({
    ...{ start: Math.round(start * 1000) / 1000, end: Math.round(end * 1000) / 1000, ...said },
  }))
  return `${JSON.stringify({ corroborate, language, segments: toTheMillisecond }, null, 2)}\n`
}
