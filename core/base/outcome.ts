/** Where in an input something is wrong: enough for a person to put a finger on it. */
export interface Spot {
  readonly file: string
  /** Counted from 1. */
  readonly line?: number
  readonly field?: string
}

/** The domain refuses, says why in a closed list of reasons, and says it in a sentence for a person. */
export interface Refusal<Reason extends string = string> {
  readonly ok: false
  readonly reason: Reason
  readonly detail: string
}

/** The domain's answer: a value, or a refusal with its reason. A bug or a broken world throws instead. */
export type Outcome<Value, Reason extends string = string> =
  { readonly ok: true; readonly value: Value } | Refusal<Reason>

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function refuse<Reason extends string>(reason: Reason, detail: string): Refusal<Reason> {
  return { ok: false, reason, detail }
}

/** The value of an outcome that cannot have been refused here; throws the refusal's own words when it was. */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value
  throw new Error(`${outcome.reason}: ${outcome.detail}`)
}

/** For the branch that no value can reach: the compiler proves it, and a broken world throws. */
export function never(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
