import type { InvestigationId } from '@corroborate/base'

/** Investigations that are remembered at once; each may hold its whole assessment. */
const REMEMBERED = 8

/**
 * What was computed from whole investigations, for as long as they have not changed: a cache of one process, and nothing
 * that could not be computed again. An investigation's state is named by the head of its ledger, because every change
 * of it is an entry there.
 */
export interface Memory {
  readonly recall: <Answer>(
    of: { readonly investigation: InvestigationId; readonly state: string },
    name: Recalled<Answer>,
    compute: () => Promise<Answer>,
  ) => Promise<Answer>
}

/** The name of something that is computed, which knows what kind of thing it is. */
export interface Recalled<Answer> {
  readonly held: WeakMap<object, Promise<Answer>>
}

export function recalled<Answer>(): Recalled<Answer> {
  return { held: new WeakMap() }
}

export function makeMemory(): Memory {
  const states = new Map<InvestigationId, { readonly state: string; readonly token: object }>()
  return {
    recall: ({ investigation, state }, name, compute) => {
      const token = tokenOf(states, investigation, state)
      const held = name.held.get(token)
      if (held) return held
      const computed = compute()
      name.held.set(token, computed)
      // What could not be computed is not remembered: the next one who asks tries again.
      computed.catch(() => name.held.delete(token))
      return computed
    },
  }
}

/** One object for one state of an investigation; when it goes, everything that was remembered of the state goes. */
function tokenOf(
  states: Map<InvestigationId, { readonly state: string; readonly token: object }>,
  investigation: InvestigationId,
  state: string,
): object {
  const known = states.get(investigation)
  const now = known?.state === state ? known : { state, token: {} }
  states.delete(investigation)
  states.set(investigation, now)
  const [oldest] = states.keys()
  if (states.size > REMEMBERED && oldest !== undefined) states.delete(oldest)
  return now.token
}
