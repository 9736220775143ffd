import { refuse, type Refusal } from '@corroborate/base'

/** The longest line that is read: a list of a hundred thousand people as one record is below it. */
const LONGEST = 64 * 1024 * 1024

/** Reads a file of lines as its bytes come. Strict UTF-8, plain newlines, the last one too. */
export class LineReader<Fault extends string> {
  readonly #name: string
  readonly #take: (line: string, number: number) => Refusal<Fault> | null
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  /** The beginning of a line whose end has not come yet, as it came: joined once, so that a long line costs its length. */
  #rest: string[] = []
  #letters = 0
  #number = 0

  constructor(name: string, take: (line: string, number: number) => Refusal<Fault> | null) {
    this.#name = name
    this.#take = take
  }

  add(bytes: Uint8Array): Refusal<Fault | 'malformed-package'> | null {
    const text = this.#decoded(bytes)
    if (text === null) return refuse('malformed-package', `"${this.#name}" is not UTF-8 text`)
    const lines = text.split('\n')
    const rest = lines.pop() ?? ''
    for (const line of lines) {
      const fault = this.#take(this.#joined(line), ++this.#number)
      if (fault) return fault
    }
    this.#rest.push(rest)
    this.#letters += rest.length
    if (this.#letters <= LONGEST) return null
    return refuse('malformed-package', `"${this.#name}" has a line of more than ${LONGEST} letters`)
  }

  end(): Refusal<'malformed-package'> | null {
    if (this.#letters === 0) return null
    return refuse('malformed-package', `"${this.#name}" does not end with a newline`)
  }

  #joined(end: string): string {
    const line = this.#letters === 0 ? end : this.#rest.join('') + end
    this.#rest = []
    this.#letters = 0
    return line
  }

  #decoded(bytes: Uint8Array): string | null {
    try {
      return this.#decoder.decode(bytes, { stream: true })
    } catch {
      return null
    }
  }
}
