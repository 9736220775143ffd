import { codePrefix } from '../name-record.ts'
import type { BroughtKind } from './work-here.ts'

/** Gives many records of a kind the codes they go by: the one that each came with where it is free, a next one where it is not. */
export class FreeCodes {
  readonly #taken: Set<string>
  readonly #prefix: string
  #next = 1

  constructor(kind: BroughtKind, taken: ReadonlySet<string>) {
    this.#prefix = codePrefix(kind)
    this.#taken = new Set(taken)
  }

  give(came: string | null): string {
    const code = came === null ? this.#numbered() : this.#beside(came)
    this.#taken.add(code)
    return code
  }

  #numbered(): string {
    for (; ; this.#next++) {
      const code = `${this.#prefix}-${String(this.#next).padStart(4, '0')}`
      if (!this.#taken.has(code)) return code
    }
  }

  #beside(came: string): string {
    if (!this.#taken.has(came)) return came
    for (let number = 2; ; number++) if (!this.#taken.has(`${came}-${number}`)) return `${came}-${number}`
  }
}
