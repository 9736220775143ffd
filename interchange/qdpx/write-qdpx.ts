import { wordsIn, type CodeId, type Locale } from '@corroborate/base'
import { codeInForce, sliceCodePoints, type Code, type Coding, type Passage } from '@corroborate/testimony'
import { strToU8, zipSync, type Zippable } from 'fflate'
import {
  CARRIER,
  CLAIM_NOTE,
  carriedJson,
  guidOf,
  MEMO_NOTE,
  MERGED_INTO,
  ORIGIN,
  type Carried,
} from './carried.ts'
import type { ExchangedWork } from './exchanged-work.ts'
import { claimCases, claimVariables } from './write-claims.ts'
import { writeCodes } from './write-codes.ts'
import { xml, xmlDocument, xmlText, xmlUnlessEmpty } from './xml-out.ts'

/** ZIP counts from 1980, in the time of the place, which is not looked at: the same bytes everywhere. */
const NO_TIME = new Date(1980, 0, 1, 12)

/**
 * A project of REFI-QDA 1.0 (`.qdpx`), valid against its schema: users, the code tree, the texts, each passage as a selection with its codings,
 * memos as notes, each claim as a case with variables, links to its passages, and a note that holds all of it. No path of any
 * machine stands in it. GUIDs are our ids or derived from them, the same at each export. Same work, same bytes.
 * @param locale of code names and titles as other programs show them; the other language travels in a note
 */
export function writeQdpx(work: ExchangedWork, locale: Locale): Uint8Array<ArrayBuffer> {
  const files: Zippable = {
    'project.qde': strToU8(writeQde(work, locale)),
    ...Object.fromEntries(work.texts.map(({ id, content }) => [`sources/${id}.txt`, strToU8(content)])),
  }
  return zipSync(files, { level: 6, mtime: NO_TIME })
}

/** The project itself, without the texts beside it. */
function writeQde(work: ExchangedWork, locale: Locale): string {
  const codeOf = codesOf(work)
  const about = ({ id, memo }: Code) => noteRef(memo, id)
  const codes = writeCodes(work.codes, { locale, about })
  return xmlDocument(
    xml(
      'Project',
      { xmlns: 'urn:QDA-XML:project:1.0', name: wordsIn(locale, work.title), origin: ORIGIN },
      xmlUnlessEmpty('Users', usersOf(work)),
      codes.length === 0 ? '' : xml('CodeBook', {}, xml('Codes', {}, ...codes)),
      xmlUnlessEmpty('Variables', claimVariables(work)),
      xmlUnlessEmpty('Cases', claimCases(work, { locale, codeOf })),
      xmlUnlessEmpty('Sources', sourcesOf(work, locale)),
      xml('Notes', {}, ...notesOf(work, locale)),
      xmlUnlessEmpty('Links', linksOf(work)),
      xml('NoteRef', { targetGUID: guidOf.carrier(work.code) }),
    ),
  )
}

function codesOf({ sources, places }: ExchangedWork): (id: string) => string {
  const codes = new Map<string, string>([...sources, ...places].map(({ id, code }) => [id, code]))
  return (id) => codes.get(id) ?? id
}

/** Coders by the name that each went by first. */
function namesOf({ codings }: ExchangedWork): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { coder, by } of codings) if (!names.has(coder)) names.set(coder, by)
  return names
}

function usersOf(work: ExchangedWork): readonly string[] {
  return [...namesOf(work)].map(([guid, name]) => xml('User', { guid, name }))
}

function sourcesOf(work: ExchangedWork, locale: Locale): readonly string[] {
  const inForce = forceOf(work)
  const passagesOf = Map.groupBy(work.passages, ({ text }) => text)
  const codingsOf = Map.groupBy(work.codings, ({ passage }) => passage)
  return work.texts.map(({ id, code, title }) =>
    xml(
      'TextSource',
      { guid: id, name: `${code} ${wordsIn(locale, title)}`, plainTextPath: `internal://${id}.txt` },
      ...(passagesOf.get(id) ?? []).map((passage) => {
        const { start, end } = passage
        const attributes = {
          guid: passage.id,
          name: quotation(passage),
          startPosition: start,
          endPosition: end,
        }
        const codings = codingsOf.get(passage.id) ?? []
        const written = codings.map((coding) => codingElement(coding, inForce(coding.code)))
        return xml('PlainTextSelection', attributes, ...written)
      }),
    ),
  )
}

const QUOTED = 200

/** Long passages are cut, with a sign, as other programs do. */
function quotation({ exact }: Passage): string {
  const start = sliceCodePoints(exact, 0, QUOTED)
  return start === exact ? exact : `${start}…`
}

function codingGuid({ passage, code, coder }: Coding): string {
  return guidOf.coding(passage, code, coder)
}

function codingElement(coding: Coding, targetGUID: CodeId): string {
  const { coder: creatingUser, at: creationDateTime, memo } = coding
  const guid = codingGuid(coding)
  return xml(
    'Coding',
    { guid, creatingUser, creationDateTime },
    xml('CodeRef', { targetGUID }),
    ...noteRef(memo, guid),
  )
}

function noteRef(memo: string | null, owner: string): readonly string[] {
  return memo === null ? [] : [xml('NoteRef', { targetGUID: guidOf.memo(owner) })]
}

function forceOf({ codes }: ExchangedWork): (code: CodeId) => CodeId {
  const byId = new Map(codes.map((code) => [code.id, code]))
  return (code) => codeInForce(byId, code)
}

function notesOf(work: ExchangedWork, locale: Locale): readonly string[] {
  const memos = [
    ...work.codes.map(({ id, code, memo }) => ({ owner: id, name: `${MEMO_NOTE}${code}`, memo })),
    ...work.codings.map((coding) => ({
      owner: codingGuid(coding),
      name: `${MEMO_NOTE}${coding.by}`,
      memo: coding.memo,
    })),
  ]
  return [
    note({ guid: guidOf.carrier(work.code), name: CARRIER }, carriedJson(carriedOf(work, locale))),
    ...work.claims.map((claim) =>
      note({ guid: guidOf.claimNote(claim.id), name: `${CLAIM_NOTE} ${claim.code}` }, carriedJson(claim)),
    ),
    ...memos.flatMap(({ owner, name, memo }) =>
      memo === null ? [] : [note({ guid: guidOf.memo(owner), name }, memo)],
    ),
  ]
}

function note(attributes: { readonly guid: string; readonly name: string }, content: string): string {
  return xml('Note', attributes, xml('PlainTextContent', {}, xmlText(content)))
}

function carriedOf(work: ExchangedWork, locale: Locale): Carried {
  const inForce = forceOf(work)
  const names = namesOf(work)
  return {
    version: 1,
    locale,
    ...registersNamedBy(work),
    codes: work.codes.map(({ id, code, name, key }) => ({ id, code, name, key })),
    passages: work.passages.map(({ id, code }) => ({ id, code })),
    texts: work.texts.map(
      ({ id, code, source, title, language, kind, translationOf, version, sha256, turns, readFrom }) => ({
        ...{ id, code, source, title, language, kind, translationOf, version, sha256 },
        machine: readFrom?.machine ?? null,
        turns: turns.map(({ pieces, ...turn }) =>
          pieces === undefined ? turn : { ...turn, pieces: pieces.map((piece) => ({ ...piece })) },
        ),
      }),
    ),
    codings: work.codings.flatMap((coding) => {
      const code = inForce(coding.code) === coding.code ? null : coding.code
      const by = names.get(coding.coder) === coding.by ? null : coding.by
      return code === null && by === null ? [] : [{ guid: codingGuid(coding), code, by }]
    }),
  }
}

/** The sources and places that texts and claims of the work name, a place with all that it lies within. */
function registersNamedBy({ sources, places, texts, claims }: ExchangedWork) {
  const speaking = new Set<string>([
    ...texts.map(({ source }) => source),
    ...claims.flatMap(({ source, basis }) => [source, ...basis.chain]),
  ])
  const byId = new Map(places.map((place) => [place.id, place]))
  const named = new Set<string>()
  for (const { place } of claims)
    for (let at = place; at !== null && !named.has(at); at = byId.get(at)?.within ?? null) named.add(at)
  return {
    sources: sources.filter(({ id }) => speaking.has(id)).map((source) => ({ ...source })),
    places: places
      .filter(({ id }) => named.has(id))
      .map((place) => ({ ...place, aliases: [...place.aliases] })),
  }
}

function linksOf({ claims, codes }: ExchangedWork): readonly string[] {
  return [
    ...codes.flatMap(({ id, mergedInto }) =>
      mergedInto === null ? [] : [link(MERGED_INTO, id, mergedInto)],
    ),
    ...claims.flatMap(({ id, passages }) => [
      link('record of the claim', guidOf.claimNote(id), id),
      ...[...new Set(passages)].map((passage) => link('stated in', id, passage)),
    ]),
  ]
}

function link(name: string, originGUID: string, targetGUID: string): string {
  const guid = guidOf.link(name, originGUID, targetGUID)
  return xml('Link', { guid, name, direction: 'OneWay', originGUID, targetGUID })
}
