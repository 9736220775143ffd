import { derivedId, type CodeId, type MemberId, type PassageId, type TextId } from '@corroborate/base'
import type { PassageShown, TextView } from '@corroborate/server/api'
import { makePassage, type Stretch } from '@corroborate/testimony'
import { holds } from '../api.ts'

/** One thing done in a text. Named by its stretch, so that nobody waits for the server to go on. */
export type Work = Stretch & { readonly text: TextId } & (
    | { readonly kind: 'mark' | 'unmark' }
    | { readonly kind: 'code'; readonly code: CodeId; readonly memo: string | null }
    | { readonly kind: 'uncode'; readonly code: CodeId }
  )

/** Who works, and the id of the passage that the server gave it; null while it has not answered. */
export interface Worker {
  readonly member: MemberId
  readonly name: string
  readonly passage: PassageId | null
}

/** What a kept letter asks for; null when it cannot be read. */
export function workIn(body: object): Work | null {
  return holds<Work>(body, ['kind', 'text', 'start', 'end']) ? body : null
}

/** Where it is posted below the investigation, and what with. */
export function requestOf(work: Work): readonly [string, object] {
  const { text, start, end } = work
  switch (work.kind) {
    case 'mark':
      return ['/passages', { code: null, text, start, end }]
    case 'unmark':
      return [`/texts/${text}/unmarked`, { start, end }]
    case 'code':
      return [`/texts/${text}/codings`, { start, end, code: work.code, memo: work.memo }]
    case 'uncode':
      return [`/texts/${text}/codings/undone`, { start, end, code: work.code }]
  }
}

/** Whether the server refuses because the thing is as it was wanted already: the answer to it was lost on the way. */
export function isDoneBefore({ kind }: Work, reason: string): boolean {
  const was = { mark: 'marked-before', code: 'coded-before', unmark: 'not-found', uncode: 'not-found' }
  return was[kind] === reason
}

/** What takes it back. */
export function undoOf(work: Work): Work {
  const { text, start, end } = work
  switch (work.kind) {
    case 'mark':
      return { kind: 'unmark', text, start, end }
    case 'unmark':
      return { kind: 'mark', text, start, end }
    case 'code':
      return { kind: 'uncode', text, start, end, code: work.code }
    case 'uncode':
      return { kind: 'code', text, start, end, code: work.code, memo: null }
  }
}

/** The text as it is once the work is done. */
export function worked(view: TextView, work: Work, worker: Worker): TextView {
  const at = view.passages.findIndex(
    ({ passage }) => passage.start === work.start && passage.end === work.end,
  )
  const there = view.passages[at]
  if (work.kind === 'unmark')
    return there === undefined ? view : { ...view, passages: view.passages.toSpliced(at, 1) }
  if (work.kind === 'uncode') {
    const left = there?.codings.filter((one) => !one.mine || one.code !== work.code)
    return there === undefined ? view : withPassage(view, at, { ...there, codings: left ?? [] })
  }
  const shown = there ?? newlyShown(view, work, worker)
  if (shown === null) return view
  return withPassage(view, at, work.kind === 'code' ? coded(shown, work, worker) : shown)
}

function withPassage(view: TextView, at: number, shown: PassageShown): TextView {
  const passages = at === -1 ? [...view.passages, shown] : view.passages.with(at, shown)
  return { ...view, passages }
}

function newlyShown(view: TextView, work: Work, { passage: given }: Worker): PassageShown | null {
  const id = given ?? derivedId('passage', work.text, String(work.start), String(work.end))
  const passage = makePassage(view.text, work, { id, code: '' })
  if (!passage.ok) return null
  const { code, start, end } = passage.value
  return { passage: { id, code, start, end }, claims: [], codings: [], mine: true }
}

function coded(
  shown: PassageShown,
  { code, memo }: Extract<Work, { kind: 'code' }>,
  { member, name }: Worker,
): PassageShown {
  if (shown.codings.some((one) => one.mine && one.code === code)) return shown
  return { ...shown, codings: [...shown.codings, { code, coder: member, by: name, memo, mine: true }] }
}
