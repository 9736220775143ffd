import { ok, refuse, type Outcome, type Refusal } from '@corroborate/base'
import { namesNobody, sourceByName, type ReadText } from '@corroborate/interchange'
import type { SourceRow } from '@corroborate/server/api'
import {
  freezeText,
  layTurns,
  protectTurn,
  tokensIn,
  wordsOfTurn,
  type OriginalWords,
  type SpokenTurn,
  type StandsFor,
} from '@corroborate/testimony'
import type { Decisions } from './decisions.ts'
import type { Found } from './text-worker.ts'

/** What a person says of one file. */
export interface TextSaid {
  /** Empty until one is chosen. */
  readonly source: string
  readonly language: string
  /** What it is called here, in place of the name of the file. */
  readonly name: string
  /** Whether a machine wrote it down, where the file does not say. */
  readonly machine: boolean
}

/** A file on its way in. */
export interface Brought {
  readonly key: number
  readonly name: string
  /** As it lies on the disk of whoever brings it: the image of a page is drawn from it. */
  readonly file: File
  readonly state:
    { readonly kind: 'waiting' } | { readonly kind: 'broken'; readonly fault: Refusal } | ReadState
}

export interface ReadState {
  readonly kind: 'read'
  readonly text: ReadText
  readonly sha256: string
  readonly said: TextSaid
  /** Null until it was looked through for names. */
  readonly found: readonly Found[] | null
  readonly came: Outcome<string> | null
}

export type ReadFile = Brought & { readonly state: ReadState }

export function isRead(file: Brought): file is ReadFile {
  return file.state.kind === 'read'
}

/** What stands in the place of each label; a label that is not among them is undecided. */
export type Pseudonyms = ReadonlyMap<string, string>

/** Who speaks in a batch, in the order of their first words. */
export function labelsIn(
  files: readonly ReadFile[],
): readonly { readonly label: string; readonly turns: number }[] {
  const turns = new Map<string, number>()
  for (const { state } of files)
    for (const { speaker } of state.text.turns)
      if (speaker !== null) turns.set(speaker, (turns.get(speaker) ?? 0) + 1)
  return [...turns].map(([label, count]) => ({ label, turns: count }))
}

/** Codes and parts stand as they are; whatever may be a name waits for a person. */
export function pseudonymOf(label: string, pseudonyms: Pseudonyms): string {
  return pseudonyms.get(label) ?? (namesNobody(label) ? label : '')
}

/** How a file is made into what is sent. */
export interface Made {
  readonly pseudonyms: Pseudonyms
  readonly decisions: Decisions
}

/** A turn as it would be sent: no label that nobody has decided on, tokens where names are replaced. */
export function turnToSend({ state }: ReadFile, at: number, made: Made): Outcome<SpokenTurn> {
  const turn = state.text.turns[at]
  if (turn === undefined) return refuse('out-of-range', '')
  const { speaker, pieces } = turn
  const renamed = speaker === null ? null : pseudonymOf(speaker, made.pseudonyms)
  if (renamed === '') return refuse('missing-pseudonym', '')
  return protectTurn({ speaker: renamed, pieces }, replacementsIn(state, at, made.decisions))
}

function replacementsIn({ found }: ReadState, at: number, decisions: Decisions) {
  return (found ?? []).flatMap(({ turn, start, end, exact }) => {
    const decision = decisions.get(exact)
    return turn === at && decision?.replaced === true
      ? [{ start, end, token: `⟦${decision.token}⟧`, words: exact }]
      : []
  })
}

/** A text as it is sent, and what does not leave but sealed. */
export interface TextToSend {
  readonly text: object
  /** What was replaced; null where nothing was. */
  readonly original: OriginalWords | null
}

/** The whole of a file as it is sent; what was replaced is not in its text. */
export function textToSend(file: ReadFile, made: Made, locale: string): Outcome<TextToSend> {
  const { text, sha256, said, found } = file.state
  const byTurn = Map.groupBy(found ?? [], ({ turn }) => turn)
  const spoken: SpokenTurn[] = []
  const tokens: StandsFor[] = []
  for (const at of text.turns.keys()) {
    const own = { ...file, state: { ...file.state, found: byTurn.get(at) ?? [] } }
    const turn = turnToSend(own, at, made)
    if (!turn.ok) return turn
    spoken.push(turn.value)
    tokens.push(...standingIn(turn.value, replacementsIn(own.state, at, made.decisions)))
  }
  const speakers = renamedIn([file], made.pseudonyms).map(([words, token]) => ({ token, words }))
  const isReplaced = speakers.length > 0 || tokens.some(({ token, words }) => token !== words)
  const working = freezeText(layTurns(spoken).content).sha256
  return ok({
    text: {
      ...{ code: null, source: said.source, title: { [locale]: said.name }, language: said.language },
      ...{ kind: 'transcript', spoken },
      readFrom: { file: said.name, sha256, form: text.form, machine: machineOf(text, said) },
    },
    original: isReplaced ? { sha256: working, tokens, speakers } : null,
  })
}

/** What the tokens of a turn stand for, in their order. Tokens that the file itself brought stand for themselves. */
function standingIn(
  turn: SpokenTurn,
  replaced: readonly (StandsFor & { readonly start: number })[],
): readonly StandsFor[] {
  return replaced.length === 0
    ? tokensIn(wordsOfTurn(turn)).map(({ token }) => ({ token, words: token }))
    : replaced.toSorted((a, b) => a.start - b.start).map(({ token, words }) => ({ token, words }))
}

/** Who is called otherwise than the files call them. */
export function renamedIn(
  files: readonly ReadFile[],
  pseudonyms: Pseudonyms,
): readonly (readonly [label: string, pseudonym: string])[] {
  return labelsIn(files)
    .map(({ label }) => [label, pseudonymOf(label, pseudonyms).trim()] as const)
    .filter(([label, pseudonym]) => pseudonym !== label)
}

function machineOf({ machine }: ReadText, said: TextSaid): string | null {
  return machine ?? (said.machine ? 'automatic captions' : null)
}

/** What still stands against sending, in the order of the screen. */
export function faultsOf(
  files: readonly ReadFile[],
  made: Made & { readonly looked: boolean; readonly confirmed: boolean; readonly kept: boolean },
): readonly Refusal[] {
  const speakers = labelsIn(files).map(({ label }) => pseudonymOf(label, made.pseudonyms))
  const replacing = [...made.decisions.values()].filter(({ replaced }) => replaced)
  const faults: readonly (readonly [boolean, string])[] = [
    [speakers.some((pseudonym) => pseudonym.trim() === ''), 'missing-pseudonym'],
    [!made.looked || files.some(({ state }) => state.found === null), 'missing-look'],
    [replacing.some(({ token }) => !/^[A-Z][0-9]{1,6}$/.test(token)), 'not-a-token'],
    [files.some(({ state }) => state.said.source === ''), 'missing-source-of-text'],
    [files.some(({ state }) => state.said.name.trim() === ''), 'missing-title'],
    [!made.kept && isAnyReplaced(files, made), 'missing-keeping'],
    [!made.confirmed, 'missing-confirmation'],
  ]
  return faults.flatMap(([stands, reason]) => (stands ? [{ ok: false, reason, detail: '' }] : []))
}

/** Whether anything stands in the place of something else. */
export function isAnyReplaced(files: readonly ReadFile[], { pseudonyms, decisions }: Made): boolean {
  return renamedIn(files, pseudonyms).length > 0 || [...decisions.values()].some(({ replaced }) => replaced)
}

/** What can be said of a file before anybody has looked: a name that begins with the code of a source is by custom fit to be kept. */
export function firstSaid(text: ReadText, sources: readonly SourceRow[]): TextSaid {
  const source = sourceByName(text.file, sources)
  const known = { source: source?.id ?? '', name: source === null ? '' : text.file }
  return { ...known, language: text.language.tag, machine: false }
}
