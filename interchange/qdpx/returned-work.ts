import { parseId, type CodeId, type MemberId } from '@corroborate/base'
import { contextOf, indexText, type Code, type Coding, type Passage, type Text } from '@corroborate/testimony'
import { CARRIER, carriedFrom, CLAIM_NOTE, claimFrom, MERGED_INTO, type Carried } from './carried.ts'
import { exchangeFault, type ExchangeFault, type ExchangeWarning } from './exchange-fault.ts'
import type { ReturnedWork } from './exchanged-work.ts'
import type { QdaCode, QdaCoding, QdaProject, QdaText } from './qda-project.ts'

/** What came back of an export of ours, and what of it did not. */
export interface Returned {
  readonly work: ReturnedWork
  readonly warnings: readonly ExchangeFault<ExchangeWarning>[]
  /** Our codes by the GUIDs that they have in the project. */
  readonly codeIds: ReadonlyMap<string, CodeId>
  /** The texts that were exported, also those whose words are others now; and what wrote down those that no person did. */
  readonly machines: ReadonlyMap<string, string | null>
}

/**
 * Our own records out of a project that was exported here, whatever program had it since. What another program may have changed (names, the tree,
 * memos, codings) is taken as it now stands; what it had no place for, from our notes. What other programs added is in the project and not here.
 * A text whose words are no longer those that we sent is left out with its passages, and a claim with them: nothing is moved silently.
 * @returns null where the project carries no note of ours
 */
export function returnedWork(project: QdaProject): Returned | null {
  const note = project.notes.find(({ name }) => name === CARRIER)
  const carried = note === undefined ? null : carriedFrom(note.content)
  if (carried === null) return null
  const warnings: ExchangeFault<ExchangeWarning>[] = []
  const warn = (reason: ExchangeWarning, place: string, expected: string, found: string) =>
    warnings.push(exchangeFault(reason, { file: project.name, place }, { expected, found }))
  const texts = textsOf(project, carried, warn)
  const passages = passagesOf(project, carried, texts)
  const claims = project.notes.flatMap(({ name, content }) => {
    if (name?.startsWith(CLAIM_NOTE) !== true) return []
    const claim = claimFrom(content)
    if (claim === null)
      warn('record-unreadable', `Note “${name}”`, 'a claim as it was written here', 'something else')
    return claim === null ? [] : [claim]
  })
  const known = new Set(passages.map(({ id }) => id))
  const standing = claims.filter(({ code, passages: under }) => {
    const isWhole = under.every((id) => known.has(id))
    if (!isWhole)
      warn('left-out', `claim ${code}`, 'all its passages', 'one at least gone, or not where it was')
    return isWhole
  })
  const codes = codesOf(project, carried)
  const codings = codingsOf(project, carried, { passages, codes })
  return {
    work: {
      ...{ sources: carried.sources, places: carried.places },
      ...{ texts, passages, claims: standing, codes, codings },
    },
    warnings,
    codeIds: codeIdsOf(project, carried),
    machines: new Map(carried.texts.map(({ id, machine }) => [id, machine])),
  }
}

type Warn = (reason: ExchangeWarning, place: string, expected: string, found: string) => void

function textsOf(project: QdaProject, carried: Carried, warn: Warn): readonly Text[] {
  const byGuid = new Map<string, QdaText>(project.texts.map((text) => [text.guid, text]))
  return carried.texts.flatMap((text) => {
    const { id, code, source, title, language, kind, translationOf, version, sha256, turns } = text
    const about = { id, code, source, title, language, kind, translationOf, version, sha256 }
    const frozen = byGuid.get(id)?.frozen
    if (frozen?.sha256 === sha256) return [{ ...about, content: frozen.content, turns }]
    const found = frozen ? 'others' : 'none'
    warn(
      'text-changed',
      `text ${text.code}`,
      'the words that were exported',
      `${found}; its passages are left out`,
    )
    return []
  })
}

function passagesOf(project: QdaProject, carried: Carried, texts: readonly Text[]): readonly Passage[] {
  const byGuid = new Map<string, Text>(texts.map((text) => [text.id, text]))
  const indexes = new Map(texts.map(({ id, content }) => [id, indexText(content)]))
  const selections = new Map(project.selections.map((selection) => [selection.guid, selection]))
  return carried.passages.flatMap(({ id, code }) => {
    const selection = selections.get(id)
    const text = byGuid.get(selection?.text ?? '')
    const index = text === undefined ? undefined : indexes.get(text.id)
    if (text === undefined || index === undefined || selection?.placed.kind !== 'placed') return []
    const { start, end, exact } = selection.placed
    const at = { start, end, exact, ...contextOf(index, { start, end }) }
    return [{ id, code, text: text.id, sha256: text.sha256, ...at }]
  })
}

/** Programs may give codes new GUIDs; then a code is found again by its name, where only one has it. */
function codesOf(project: QdaProject, carried: Carried): readonly Code[] {
  const now = codesNow(project, carried)
  const idOf = codeIdsOf(project, carried)
  const mergers = new Map(
    project.links.flatMap(({ name, from, to }) =>
      name === MERGED_INTO ? [[from, idOf.get(to ?? '') ?? null]] : [],
    ),
  )
  return carried.codes.flatMap((code) => {
    const found = now.get(code.id)
    if (found === undefined) return []
    const { guid, name, within, memo } = found
    const renamed = {
      ...code.name,
      ...(name === code.name[carried.locale] || isOnlyOther(code, carried, name)
        ? {}
        : { [carried.locale]: name }),
    }
    return [
      {
        ...{ ...code, name: renamed, memo },
        within: idOf.get(within ?? '') ?? null,
        mergedInto: mergers.get(guid) ?? null,
      },
    ]
  })
}

/** Whether a code has no name in the language of the export, and was sent by the one it has. */
function isOnlyOther({ name }: Carried['codes'][number], { locale }: Carried, now: string): boolean {
  return name[locale] === undefined && now === (name.en ?? name.ar)
}

function codesNow({ codes }: QdaProject, carried: Carried): ReadonlyMap<Code['id'], QdaCode> {
  const byGuid = new Map(codes.map((code) => [code.guid, code]))
  const byName = Map.groupBy(codes, ({ name }) => name)
  return new Map(
    carried.codes.flatMap(({ id, name }) => {
      const named = byName.get(name[carried.locale] ?? name.en ?? name.ar ?? '') ?? []
      const found = byGuid.get(id) ?? (named.length === 1 ? named[0] : undefined)
      return found === undefined ? [] : [[id, found]]
    }),
  )
}

function codeIdsOf(project: QdaProject, carried: Carried): ReadonlyMap<string, CodeId> {
  return new Map([...codesNow(project, carried)].map(([id, { guid }]) => [guid, id]))
}

interface Among {
  readonly passages: readonly Passage[]
  readonly codes: readonly Code[]
}

/** Codings of our passages by coders who are members here. */
function codingsOf(project: QdaProject, carried: Carried, { passages, codes }: Among): readonly Coding[] {
  const known = new Map<string, Passage>(passages.map((passage) => [passage.id, passage]))
  const ours = new Set(codes.map(({ id }) => id))
  const idOf = codeIdsOf(project, carried)
  const names = new Map(project.users.map(({ guid, name }) => [guid, name ?? guid]))
  const apart = new Map(carried.codings.map((one) => [one.guid, one]))
  return project.codings.flatMap((coding: QdaCoding) => {
    const passage = known.get(coding.on)
    const given = apart.get(coding.guid)
    const code = given?.code ?? idOf.get(coding.code)
    const coder = parseId<'member'>(coding.coder ?? '')
    if (passage === undefined || code === undefined || !ours.has(code) || coder === null) return []
    return [{ passage: passage.id, code, ...saidBy(coding, coder, given?.by ?? names.get(coder)) }]
  })
}

function saidBy({ at, memo }: QdaCoding, coder: MemberId, by: string | undefined) {
  return { coder, by: by ?? coder, at: at ?? '', memo }
}
