import type { Outcome, Refusal } from '@corroborate/base'

/** Something to be sent, in its turn. */
export interface Letter {
  readonly id: string
  readonly path: string
  readonly body: object
}

/** What is known of all that was put in. */
export interface OutboxState {
  readonly waiting: readonly Letter[]
  /** Why the first of them could not be sent; it is tried again. */
  readonly trouble: Refusal | null
  /** What will never be taken: said, so that somebody does it again otherwise. */
  readonly refused: readonly { readonly letter: Letter; readonly refusal: Refusal }[]
  /** What the server had to say of what it took, by the letter. */
  readonly warnings: ReadonlyMap<string, readonly unknown[]>
  readonly sent: ReadonlySet<string>
}

export interface Outbox {
  readonly put: (letter: Letter) => void
  /** Takes a letter back before it goes; false when it went already, or is under way. */
  readonly drop: (id: string) => boolean
  readonly subscribe: (heard: () => void) => () => void
  readonly state: () => OutboxState
}

interface OutboxGiven {
  readonly send: (letter: Letter) => Promise<Outcome<readonly unknown[]>>
  /** Keeps what waits where a reload finds it. */
  readonly keep: (waiting: readonly Letter[]) => void
  readonly kept: readonly Letter[]
  /** Calls back after a while. */
  readonly later: (again: () => void) => void
}

/** Refusals of the way and not of the letter: it is sent again. */
const OF_THE_WAY: readonly string[] = ['unreachable', 'signed-out', 'broken']

/** Sends letters one after the other in the order in which they came, behind the back of whoever wrote them; none is lost while the server is away. */
export function makeOutbox({ send, keep, kept, later }: OutboxGiven): Outbox {
  let state: OutboxState = {
    ...{ waiting: kept, trouble: null, refused: [], warnings: new Map(), sent: new Set() },
  }
  let underWay: string | null = null
  const hearers = new Set<() => void>()
  const become = (next: Partial<OutboxState>) => {
    const { waiting } = state
    state = { ...state, ...next }
    if (state.waiting !== waiting) keep(state.waiting)
    for (const heard of hearers) heard()
  }
  const next = async () => {
    const [letter] = state.waiting
    if (letter === undefined || underWay !== null) return
    underWay = letter.id
    const answer = await send(letter)
    underWay = null
    if (!answer.ok && OF_THE_WAY.includes(answer.reason)) {
      become({ trouble: answer })
      later(() => void next())
      return
    }
    const waiting = state.waiting.slice(1)
    if (answer.ok) {
      const warnings = new Map(state.warnings).set(letter.id, answer.value)
      become({ waiting, trouble: null, warnings, sent: new Set(state.sent).add(letter.id) })
    } else become({ waiting, trouble: null, refused: [...state.refused, { letter, refusal: answer }] })
    await next()
  }
  void next()
  return {
    put: (letter) => {
      become({ waiting: [...state.waiting, letter] })
      void next()
    },
    drop: (id) => {
      if (underWay === id || !state.waiting.some((letter) => letter.id === id)) return false
      become({ waiting: state.waiting.filter((letter) => letter.id !== id) })
      return true
    },
    subscribe: (heard) => {
      hearers.add(heard)
      return () => hearers.delete(heard)
    },
    state: () => state,
  }
}
