import { ok, refuse, type CodeId, type CodingEventId, type Outcome } from '@corroborate/base'
import { codeNow, type Code, type CodingDeed, type CodingEvent, type CodingState } from './code-system.ts'

export type CodingRefusal =
  | 'no-such-code'
  | 'no-such-coding'
  | 'no-such-event'
  | 'exists'
  | 'circle'
  | 'heading'
  | 'empty'
  | 'not-yours'
  | 'opened'
  | 'built-upon'

const NOTHING: CodingState = { codes: new Map(), codings: new Map(), opened: new Set(), settled: [] }

/** What stands after all events, in their order. Refused with the first that does not fit: they were made to fit when they were done. */
export function codingState(events: readonly CodingEvent[]): Outcome<CodingState, CodingRefusal> {
  const undone = undoneBy(events)
  let state = NOTHING
  for (const event of events) {
    if (event.kind === 'undone' || undone.has(event.id)) continue
    const next = applied(state, event)
    if (!next.ok) return next
    state = next.value
  }
  return ok(state)
}

/**
 * What stands after one more event, or why it cannot be done. An undo takes back one's own deed, a later undo of that undo does it
 * again; it is refused while something later is built upon it, such as codings on a code.
 * @returns `opened` for the undo of an opening: what was seen has been seen
 */
export function withEvent(
  events: readonly CodingEvent[],
  next: CodingEvent,
): Outcome<CodingState, CodingRefusal> {
  if (next.kind !== 'undone') return codingState([...events, next])
  const target = events.find(({ id }) => id === next.event)
  if (target === undefined) return refuse('no-such-event', 'there is nothing like that to undo')
  if (target.by !== next.by) return refuse('not-yours', `what ${target.by} did, ${next.by} cannot undo`)
  if (target.kind === 'opened')
    return refuse('opened', 'a text that was opened has been seen, and stays open')
  if (undoneBy(events).has(target.id)) return refuse('no-such-event', 'this has been undone already')
  const after = codingState([...events, next])
  return after.ok ? after : refuse('built-upon', `it cannot be undone: ${after.detail}`)
}

/** What a coder's next undo takes back and the next redo does again; null where there is nothing. Doing something else ends redoing. */
export function undoAndRedo(
  events: readonly CodingEvent[],
  by: string,
): { readonly undo: CodingEvent | null; readonly redo: CodingEvent | null } {
  const byId = new Map(events.map((event) => [event.id, event]))
  let done: readonly CodingEvent[] = []
  let takenBack: readonly CodingEvent[] = []
  for (const event of events.filter((one) => one.by === by && one.kind !== 'opened')) {
    const target = event.kind === 'undone' ? byId.get(event.event) : undefined
    if (target === undefined) [done, takenBack] = [[...done, event], []]
    else if (target.kind !== 'undone')
      [done, takenBack] = [done.filter(({ id }) => id !== target.id), [...takenBack, event]]
    else {
      const again = byId.get(target.event)
      takenBack = takenBack.filter(({ id }) => id !== target.id)
      if (again !== undefined) done = [...done, again]
    }
  }
  return { undo: done.at(-1) ?? null, redo: takenBack.at(-1) ?? null }
}

/** The events that an undo which stands has taken back. An undo that was itself undone takes nothing back. */
function undoneBy(events: readonly CodingEvent[]): ReadonlySet<CodingEventId> {
  const undone = new Set<CodingEventId>()
  for (const event of events.toReversed())
    if (event.kind === 'undone' && !undone.has(event.id)) undone.add(event.event)
  return undone
}

type Applied = Outcome<CodingState, CodingRefusal>

function applied(state: CodingState, event: CodingEvent): Applied {
  switch (event.kind) {
    case 'code-made':
      return withCode(state, event.code)
    case 'code-named':
      return changed(state, event.code, { name: event.name })
    case 'code-noted':
      return changed(state, event.code, { memo: event.memo })
    case 'code-moved':
      return moved(state, event.code, event.within)
    case 'codes-merged':
      return merged(state, event)
    case 'code-split':
      return split(state, event)
    case 'coded':
      return coded(state, event, event.by)
    case 'uncoded':
    case 'coding-noted':
      return onCoding(state, event, event.by)
    case 'opened':
      return ok({ ...state, opened: new Set([...state.opened, event.text]) })
    case 'settled':
      return ok({ ...state, settled: [...state.settled, { ...event.settlement, by: event.by }] })
    case 'undone':
      return ok(state)
  }
}

function withCode(state: CodingState, code: Omit<Code, 'mergedInto'>): Applied {
  if (state.codes.has(code.id)) return refuse('exists', 'there is such a code already')
  if (code.within !== null && !state.codes.has(code.within)) return noCode()
  return ok({ ...state, codes: new Map([...state.codes, [code.id, { ...code, mergedInto: null }]]) })
}

function changed(state: CodingState, id: CodeId, change: Partial<Code>): Applied {
  const code = state.codes.get(id)
  if (code === undefined) return noCode()
  return ok({ ...state, codes: new Map([...state.codes, [id, { ...code, ...change }]]) })
}

function moved(state: CodingState, id: CodeId, within: CodeId | null): Applied {
  if (within !== null && !state.codes.has(within)) return noCode()
  for (let at = within; at !== null; at = state.codes.get(at)?.within ?? null)
    if (at === id) return refuse('circle', 'a code cannot stand below itself')
  return changed(state, id, { within })
}

/** What stood below the merged code stands below the other from then on. */
function merged(state: CodingState, { from, into }: Extract<CodingDeed, { kind: 'codes-merged' }>): Applied {
  const target = state.codes.get(into)
  if (target === undefined || !state.codes.has(from)) return noCode()
  if (target.isHeading) return refuse('heading', 'a heading is not given to passages; merge into a code')
  if (codeNow(state, into) === codeNow(state, from)) return refuse('circle', 'these are one code already')
  for (let at = target.within; at !== null; at = state.codes.get(at)?.within ?? null)
    if (at === from) return refuse('circle', 'a code cannot be merged into one below it; move that one first')
  const codes = new Map(state.codes)
  for (const code of codes.values()) if (code.within === from) codes.set(code.id, { ...code, within: into })
  const source = codes.get(from)
  if (source !== undefined) codes.set(from, { ...source, mergedInto: into })
  return ok({ ...state, codes })
}

function split(state: CodingState, event: Extract<CodingDeed, { kind: 'code-split' }>): Applied {
  if (!state.codes.has(event.code)) return noCode()
  let next: Applied = ok(state)
  for (const code of event.into) if (next.ok) next = withCode(next.value, code)
  if (!next.ok) return next
  const codings = new Map(state.codings)
  for (const { coding: id, code } of event.codings) {
    const coding = codings.get(id)
    if (coding === undefined || codeNow(state, coding.code) !== codeNow(state, event.code)) return noCoding()
    if (!event.into.some((one) => one.id === code)) return noCode()
    codings.set(id, { ...coding, code })
  }
  return ok({ ...next.value, codings })
}

function coded(
  state: CodingState,
  { coding }: Extract<CodingDeed, { kind: 'coded' }>,
  coder: string,
): Applied {
  const code = state.codes.get(coding.code)
  if (code?.mergedInto !== null) return noCode() // not there, or merged
  if (code.isHeading) return refuse('heading', 'a heading is not given to passages')
  if (coding.start >= coding.end) return refuse('empty', 'a coding has words')
  if (state.codings.has(coding.id)) return refuse('exists', 'there is such a coding already')
  const whole = { ...coding, coder, isBlind: !state.opened.has(coding.text) }
  return ok({ ...state, codings: new Map([...state.codings, [coding.id, whole]]) })
}

function onCoding(
  state: CodingState,
  deed: Extract<CodingDeed, { kind: 'uncoded' | 'coding-noted' }>,
  by: string,
): Applied {
  const coding = state.codings.get(deed.coding)
  if (coding === undefined) return noCoding()
  if (coding.coder !== by) return refuse('not-yours', `what ${coding.coder} coded, ${by} cannot change`)
  const codings = new Map(state.codings)
  if (deed.kind === 'uncoded') codings.delete(coding.id)
  else codings.set(coding.id, { ...coding, memo: deed.memo })
  return ok({ ...state, codings })
}

function noCode() {
  return refuse('no-such-code', 'there is no such code, or it was merged into another')
}

function noCoding() {
  return refuse('no-such-coding', 'there is no such coding, or it has another code')
}
