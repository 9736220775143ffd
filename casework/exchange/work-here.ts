import type { ClaimId, CodeId, InvestigationId, PassageId, SourceId, TextId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { BroughtText, BroughtWork } from '@corroborate/interchange'
import {
  claimsById,
  codes,
  codesTaken,
  codingsOfText,
  passagesById,
  passagesOf,
  places,
  sources,
  textById,
  textWithWords,
  versionsOfText,
  type Coded,
  type Db,
} from '@corroborate/store'
import { freezeText, type Code, type Coding, type Passage, type Text } from '@corroborate/testimony'

/** What an investigation has already of the work that is brought, and nothing else of it. */
export interface WorkHere {
  readonly sources: ReadonlySet<SourceId>
  readonly places: ReadonlySet<string>
  /** By the id under which each is brought; a text with the same words of the same source may have another id here. */
  readonly texts: ReadonlyMap<TextId, Text>
  /** All versions of what goes here by the code of a text that is brought, or by that of the same text here. */
  readonly versions: ReadonlyMap<string, readonly TextId[]>
  readonly passages: ReadonlyMap<PassageId, Passage>
  /** What is marked in those texts, by its stretch. */
  readonly marked: ReadonlyMap<string, PassageId>
  readonly codes: ReadonlyMap<CodeId, Code>
  readonly codings: ReadonlyMap<string, Coding>
  readonly claims: ReadonlyMap<ClaimId, Claim>
  /** The codes that records of each kind go by. */
  readonly taken: Readonly<Record<BroughtKind, ReadonlySet<string>>>
}

export type BroughtKind = Extract<Coded, 'source' | 'place' | 'text' | 'passage' | 'code' | 'claim'>

export async function workHere(db: Db, id: InvestigationId, work: BroughtWork): Promise<WorkHere> {
  const texts = new Map<TextId, Text>()
  const versions = new Map<string, readonly TextId[]>()
  for (const text of work.texts) {
    const here = await textHere(db, id, text)
    if (here !== null) texts.set(text.id, here)
    for (const code of [text.code, here?.code ?? null])
      if (code !== null && !versions.has(code))
        versions.set(
          code,
          (await versionsOfText(db, id, code)).map((one) => one.id),
        )
  }
  const marked = new Map<string, PassageId>()
  const codings = new Map<string, Coding>()
  for (const text of new Set([...texts.values()].map((one) => one.id))) {
    for (const passage of (await passagesOf(db, id, text)).toReversed())
      marked.set(stretchKey(passage), passage.id)
    for (const coding of await codingsOfText(db, id, text)) codings.set(codingKey(coding), coding)
  }
  const kinds = ['source', 'place', 'text', 'passage', 'code', 'claim'] as const
  const taken = await Promise.all(kinds.map(async (kind) => [kind, await codesTaken(db, id, kind)] as const))
  return {
    ...{ texts, versions, marked, codings, codes: await codes(db, id) },
    sources: new Set((await sources(db, id)).map((one) => one.id)),
    places: new Set((await places(db, id)).map((one) => one.id)),
    passages: byId(
      await passagesById(
        db,
        id,
        work.passages.map((one) => one.id),
      ),
    ),
    claims: byId(
      await claimsById(
        db,
        id,
        work.claims.map((one) => one.id),
      ),
    ),
    taken: { ...NONE_TAKEN, ...Object.fromEntries(taken) },
  }
}

const NONE = new Set<string>()
const NONE_TAKEN = { source: NONE, place: NONE, text: NONE, passage: NONE, code: NONE, claim: NONE }

async function textHere(db: Db, id: InvestigationId, text: BroughtText): Promise<Text | null> {
  const same = await textById(db, id, text.id)
  if (same !== null) return same
  const { sha256 } = freezeText(text.content)
  const words = await textWithWords(db, id, { source: text.source, sha256 })
  return words === null ? null : textById(db, id, words.id)
}

function byId<Key extends string, One extends { readonly id: Key }>(
  all: readonly One[],
): ReadonlyMap<Key, One> {
  return new Map(all.map((one) => [one.id, one]))
}

export function stretchKey({ text, start, end }: Pick<Passage, 'text' | 'start' | 'end'>): string {
  return `${text} ${start} ${end}`
}

export function codingKey({ passage, code, coder }: Pick<Coding, 'passage' | 'code' | 'coder'>): string {
  return `${passage} ${code} ${coder}`
}
