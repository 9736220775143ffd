import type { InvestigationId, MemberId, PassageId, TextId } from '@corroborate/base'
import {
  codePointLength,
  codingsInForce,
  unheardIn,
  type Coding,
  type Passage,
  type Text,
} from '@corroborate/testimony'
import {
  claimRowsOfText,
  codes,
  codingOpened,
  codingsOfText,
  listeningsOf,
  markersOf,
  passagesOf,
  recordingOfText,
  sourceById,
  textById,
  textsOf,
  versionsOfText,
  type ClaimRow,
  type Db,
  type TextRef,
} from '@corroborate/store'
import type { CodingShown, PassageShown, PassageWaiting, TextCoding, TextView } from '../shapes.ts'
import { readingIn, type Reader } from './reader.ts'

/** What does this text say, what was marked and coded in it, and what was claimed from that? */
export function readText(
  reader: Reader,
  { investigation, text: id }: { readonly investigation: InvestigationId; readonly text: TextId },
): Promise<TextView | null> {
  return readingIn(reader, investigation, async (db) => {
    const text = await textById(db, investigation, id)
    const source = text && (await sourceById(db, investigation, text.source))
    if (!source) return null
    const { passages, coding } = shownTo(reader.member, await allOf(db, investigation, id))
    return {
      text,
      source: { id: source.id, code: source.code, title: source.title },
      passages: passages.map(inText),
      coding,
      unheard: await unheardOf(db, investigation, text),
      others: lastVersions(await textsOf(db, investigation, source.id)).filter(
        ({ code }) => code !== text.code,
      ),
      ...(await versionsAround(db, investigation, { text, member: reader.member })),
      recording: await recordingOfText(db, investigation, text.code),
    }
  })
}

function inText({ passage: { id, code, start, end }, ...rest }: PassageWaiting): PassageShown {
  return { passage: { id, code, start, end }, ...rest }
}

/** Of each text the last version. */
export function lastVersions(texts: readonly TextRef[]): readonly TextRef[] {
  return [
    ...new Map(texts.toSorted((a, b) => a.version - b.version).map((text) => [text.code, text])).values(),
  ]
}

/** The versions of a text, and what the ones before it hold back. */
async function versionsAround(
  db: Db,
  investigation: InvestigationId,
  { text, member }: { readonly text: Text; readonly member: Reader['member'] },
): Promise<Pick<TextView, 'versions' | 'waiting'>> {
  const versions = await versionsOfText(db, investigation, text.code)
  const waiting: PassageWaiting[] = []
  for (const { id } of versions.filter(({ version }) => version < text.version))
    waiting.push(...shownTo(member, await allOf(db, investigation, id)).passages)
  return { versions, waiting }
}

/** What of a machine's words waits for somebody to listen; null where no machine wrote them. */
async function unheardOf(
  db: Db,
  investigation: InvestigationId,
  { id, content, readFrom }: Text,
): Promise<TextView['unheard']> {
  if ((readFrom?.machine ?? null) === null) return null
  return unheardIn({ start: 0, end: codePointLength(content) }, await listeningsOf(db, investigation, id))
}

/** Everything that was done in a text, whoever did it. */
interface Worked {
  readonly marked: readonly Passage[]
  readonly claims: ReadonlyMap<PassageId, readonly ClaimRow[]>
  readonly codings: readonly Coding[]
  readonly markers: ReadonlyMap<PassageId, MemberId>
  readonly opened: TextCoding['opened']
}

async function allOf(db: Db, investigation: InvestigationId, text: TextId): Promise<Worked> {
  return {
    marked: await passagesOf(db, investigation, text),
    claims: await claimRowsOfText(db, investigation, text),
    codings: codingsInForce(await codes(db, investigation), await codingsOfText(db, investigation, text)),
    markers: await markersOf(db, investigation, text),
    opened: await codingOpened(db, investigation, text),
  }
}

/**
 * What one reader may see of it. Until the coding of the text is opened, others' codings are kept from them, and so are
 * passages that others marked only to code them: whoever sees where others cut has seen half of what they thought.
 */
function shownTo(
  member: Reader['member'],
  { marked, claims, codings, markers, opened }: Worked,
): { readonly passages: readonly PassageWaiting[]; readonly coding: TextCoding } {
  const seen = codings.filter(({ coder }) => opened !== null || coder === member)
  const [all, byPassage] = [groupOf(codings), groupOf(seen)]
  const isHidden = ({ id }: Passage) =>
    all.has(id) && !byPassage.has(id) && !claims.has(id) && isOfAnother(markers.get(id), member)
  const passages = marked.filter((passage) => !isHidden(passage))
  return {
    passages: passages.map((passage) => {
      const resting = claims.get(passage.id) ?? []
      const mine = markers.get(passage.id) === member && resting.length === 0 && !all.has(passage.id)
      const under = (byPassage.get(passage.id) ?? []).map((coding) => codingShown(coding, member))
      return { passage, claims: resting, codings: under, mine }
    }),
    coding: { opened, hidden: codings.length - seen.length },
  }
}

function groupOf(codings: readonly Coding[]): ReadonlyMap<PassageId, readonly Coding[]> {
  return Map.groupBy(codings, (coding) => coding.passage)
}

function isOfAnother(marker: MemberId | undefined, member: Reader['member']): boolean {
  return marker !== undefined && marker !== member
}

/** A coding as its reader sees it. */
export function codingShown({ code, coder, by, memo }: Coding, member: Reader['member']): CodingShown {
  return { code, coder, by, memo, mine: coder === member }
}
