import {
  derivedId,
  parseId,
  type CodeId,
  type Id,
  type Locale,
  type PassageId,
  type Words,
} from '@corroborate/base'
import type { Claim, Place } from '@corroborate/claims'
import {
  indexText,
  type Code,
  type Coding,
  type Passage,
  type Source,
  type Text,
  type Turn,
} from '@corroborate/testimony'
import { guidOf, isNoteOfOurs } from '../qdpx/carried.ts'
import { exchangeFault, type ExchangeFault, type ExchangeWarning } from '../qdpx/exchange-fault.ts'
import type { QdaCoding, QdaProject, QdaSelection, QdaText } from '../qdpx/qda-project.ts'
import { returnedWork, type Returned } from '../qdpx/returned-work.ts'

/** A record that came under no code: it is given one where it is taken in. */
type Unnamed<Named extends { readonly code: string }> = Omit<Named, 'code'> & { readonly code: string | null }

export interface BroughtText extends Unnamed<Omit<Text, 'readFrom' | 'sha256'>> {
  /** What wrote the words down where no person did. */
  readonly machine: string | null
}

export type BroughtPassage = Unnamed<Pick<Passage, 'id' | 'code' | 'text' | 'start' | 'end' | 'exact'>>
export type BroughtSource = Unnamed<Source>
export type BroughtCode = Unnamed<Code>

/** What a project brings, as records. Whoever takes it in looks at each again, and knows what is there already. */
export interface BroughtWork {
  readonly sources: readonly BroughtSource[]
  readonly places: readonly Place[]
  readonly texts: readonly BroughtText[]
  readonly passages: readonly BroughtPassage[]
  readonly codes: readonly BroughtCode[]
  /** The time is empty where the project says none. */
  readonly codings: readonly Coding[]
  readonly claims: readonly Claim[]
}

/** What of a text that was never ours a person must say. */
export type TextSaid = Pick<Text, 'source' | 'language'> & { readonly kind: 'transcript' | 'summary' }

export interface ProjectSaid {
  /** The language of the names of its codes and texts. */
  readonly locale: Locale
  /** By GUID. A text of which nothing is said stays out, with all that was done in it. */
  readonly texts: ReadonlyMap<string, TextSaid>
  /** Sources that are to be made for them. */
  readonly sources: readonly BroughtSource[]
}

export interface Brought {
  readonly work: BroughtWork
  /** What of the project stays out, and why. */
  readonly warnings: readonly ExchangeFault<ExchangeWarning>[]
}

/** Texts with words that were not exported from here: a person must say whose words they are. */
export function strangeTexts(project: QdaProject): readonly QdaText[] {
  const ours = returnedWork(project)?.machines
  return project.texts.filter(({ guid, frozen }) => frozen !== null && ours?.has(guid) !== true)
}

/**
 * The records that a project brings: ours as they come back, and beside them what others made. An id is the GUID where that can be one of ours,
 * and derived from it otherwise: the same file brings the same ids each time.
 */
export function broughtWork(project: QdaProject, said: ProjectSaid): Brought {
  const returned = returnedWork(project)
  const bringing: Bringing = { project, said, returned, warnings: [...(returned?.warnings ?? [])] }
  const strange = strangeBrought(bringing)
  const codes = codesBrought(bringing)
  const passages = passagesBrought(bringing, strange)
  const codings = codingsBrought(bringing, { codeIds: codes.ids, passageIds: passages.ids })
  sayWhatStaysOut(bringing, codings)
  const ours = returned === null ? NOTHING : oursBrought(returned)
  return {
    warnings: bringing.warnings,
    work: {
      ...{ sources: [...ours.sources, ...said.sources], places: ours.places, claims: ours.claims },
      ...{ texts: [...ours.texts, ...strange], passages: [...ours.passages, ...passages.made] },
      ...{ codes: [...ours.codes, ...codes.made], codings: [...ours.codings, ...codings] },
    },
  }
}

const NOTHING: BroughtWork = {
  ...{ sources: [], places: [], texts: [], passages: [], codes: [], codings: [], claims: [] },
}

function oursBrought({ work, machines }: Returned): BroughtWork {
  const texts = work.texts.map((text): BroughtText => {
    const { id, code, source, title, language, kind, translationOf, version, content, turns } = text
    const about = { id, code, source, title, language, kind, translationOf, version, content, turns }
    return { ...about, machine: machines.get(id) ?? null }
  })
  return { ...work, texts, passages: work.passages.map(asBrought) }
}

interface Bringing {
  readonly project: QdaProject
  readonly said: ProjectSaid
  readonly returned: Returned | null
  readonly warnings: ExchangeFault<ExchangeWarning>[]
}

/** The GUID as an id of ours; one that is derived from it where it cannot be one. */
function idFrom<Kind extends string>(kind: Kind, guid: string): Id<Kind> {
  return parseId<Kind>(guid) ?? derivedId(kind, 'qda', guid)
}

function asBrought({ id, code, text, start, end, exact }: Passage): BroughtPassage {
  return { id, code, text, start, end, exact }
}

function stayOut(
  { project, warnings }: Bringing,
  place: string,
  [expected, found]: readonly [string, string],
): void {
  warnings.push(exchangeFault('left-out', { file: project.name, place }, { expected, found }))
}

function strangeBrought({ project, said }: Bringing): readonly BroughtText[] {
  return strangeTexts(project).flatMap(({ guid, name, frozen }): readonly BroughtText[] => {
    const about = said.texts.get(guid)
    if (about === undefined || frozen === null) return []
    const { content } = frozen
    return [
      {
        ...{ id: idFrom('text', guid), code: null, title: inLocale(said.locale, name), ...about },
        ...{ translationOf: null, version: 1, content, turns: paragraphsOf(content), machine: null },
      },
    ]
  })
}

function inLocale(locale: Locale, name: string): Words {
  return locale === 'en' ? { en: name } : { ar: name }
}

/** Each line with words is a turn of its own; nothing in a project says who speaks. */
function paragraphsOf(content: string): readonly Turn[] {
  const index = indexText(content)
  return Array.from(content.matchAll(/\S.*/gu), ({ 0: line, index: at }): Turn => ({
    ...{ speaker: null, start: index.codePointAt(at), end: index.codePointAt(at + line.trimEnd().length) },
  }))
}

interface CodesBrought {
  readonly made: readonly BroughtCode[]
  readonly ids: ReadonlyMap<string, CodeId>
}

function codesBrought({ project, said, returned }: Bringing): CodesBrought {
  const ids = new Map(returned?.codeIds)
  const strange = project.codes.filter(({ guid }) => !ids.has(guid))
  for (const { guid } of strange) ids.set(guid, idFrom('code', guid))
  const made = strange.map(({ guid, name, within, memo }): BroughtCode => ({
    ...{ id: idFrom('code', guid), code: null, name: inLocale(said.locale, name || guid) },
    ...{ within: ids.get(within ?? '') ?? null, key: null, memo, mergedInto: null },
  }))
  return { made, ids }
}

interface PassagesBrought {
  readonly made: readonly BroughtPassage[]
  readonly ids: ReadonlyMap<string, PassageId>
}

/** Each stretch once: other programs select the same words anew for each code. */
function passagesBrought(bringing: Bringing, strange: readonly BroughtText[]): PassagesBrought {
  const { project, returned } = bringing
  const ours = returned?.work
  const texts = new Set<string>([...(ours?.texts ?? []), ...strange].map(({ id }) => id))
  const ids = new Map<string, PassageId>(ours?.passages.map(({ id }) => [id, id]))
  const at = new Map(ours?.passages.map((passage) => [stretchKey(passage), passage.id]))
  const made: BroughtPassage[] = []
  for (const selection of project.selections) {
    if (ids.has(selection.guid)) continue
    const passage = passageOf(selection)
    if (passage === null) {
      stayOut(bringing, `selection ${selection.guid}`, [
        'one place that its words stand at',
        selection.placed.kind === 'asked' ? 'several, and nobody said which' : 'no text',
      ])
      continue
    }
    if (!texts.has(passage.text)) continue
    const same = at.get(stretchKey(passage))
    ids.set(selection.guid, same ?? passage.id)
    if (same !== undefined) continue
    at.set(stretchKey(passage), passage.id)
    made.push(passage)
  }
  return { made, ids }
}

function passageOf({ guid, text, placed }: QdaSelection): BroughtPassage | null {
  if (placed.kind !== 'placed') return null
  const { start, end, exact } = placed
  return { id: idFrom('passage', guid), code: null, text: idFrom('text', text), start, end, exact }
}

function stretchKey({ text, start, end }: Pick<Passage, 'text' | 'start' | 'end'>): string {
  return `${text} ${start} ${end}`
}

interface Ids {
  readonly codeIds: ReadonlyMap<string, CodeId>
  readonly passageIds: ReadonlyMap<string, PassageId>
}

/** Codings that are not ours come back. What is said of a selection goes with its first coding. */
function codingsBrought({ project, returned }: Bringing, { codeIds, passageIds }: Ids): readonly Coding[] {
  const ours = returned?.work.codings ?? []
  const back = new Set(ours.map(({ passage, code, coder }) => guidOf.coding(passage, code, coder)))
  const known = new Set(ours.map(codingKey))
  const memos = new Map(project.selections.map(({ guid, memo }) => [guid, memo]))
  const coders = codersOf(project)
  return project.codings.flatMap((coding): readonly Coding[] => {
    const [passage, code] = [passageIds.get(coding.on), codeIds.get(coding.code)]
    if (back.has(coding.guid) || passage === undefined || code === undefined) return []
    const { coder, by } = coders(coding)
    const memo = joined([coding.memo, memos.get(coding.on) ?? null])
    const brought: Coding = { passage, code, coder, by, at: coding.at ?? '', memo }
    if (known.has(codingKey(brought))) return []
    known.add(codingKey(brought))
    memos.delete(coding.on)
    return [brought]
  })
}

function codingKey({ passage, code, coder }: Pick<Coding, 'passage' | 'code' | 'coder'>): string {
  return `${passage} ${code} ${coder}`
}

/** Who coded, by the name that came with them; the program itself, where it says nobody. */
function codersOf({ users, origin, name }: QdaProject): (coding: QdaCoding) => Pick<Coding, 'coder' | 'by'> {
  const named = new Map(users.map((user) => [user.guid, user.name]))
  const nobody = origin ?? name
  return ({ coder }) =>
    coder === null
      ? { coder: derivedId('member', 'qda', nobody), by: nobody }
      : { coder: idFrom('member', coder), by: named.get(coder) ?? nobody }
}

function joined(words: readonly (string | null)[]): string | null {
  const said = words.filter((one) => one !== null)
  return said.length === 0 ? null : said.join('\n\n')
}

/** What there is no place for here is counted, kind by kind. */
function sayWhatStaysOut(bringing: Bringing, codings: readonly Coding[]): void {
  const { project, returned } = bringing
  const texts = new Set(project.texts.map(({ guid }) => guid))
  const memos = [...codings, ...project.codes].flatMap(({ memo }) => memo ?? []).join('\n\n')
  const ours = returned !== null
  const counts = {
    'codes of whole texts': project.codings.filter(({ on }) => texts.has(on)).length,
    'notes on texts, or on nothing': project.notes.filter(
      ({ name, content }) => !(ours && isNoteOfOurs(name)) && !memos.includes(content),
    ).length,
    'cases and variables': ours ? 0 : project.cases.length + project.variables.length,
    'sets and links': project.sets.length + (ours ? 0 : project.links.length),
  }
  for (const [kind, count] of Object.entries(counts))
    if (count > 0)
      stayOut(bringing, kind, ['nothing of the kind', `${count}, for which there is no place here`])
}
