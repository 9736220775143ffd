import { canonicalJson, derivedId, jsonOf } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { z } from 'zod'
import { textShape } from '../folder/record-shapes.ts'
import {
  claimShape,
  idShape,
  placeRecordShape,
  sourceRecordShape,
  textOrNull,
  wordsShape,
} from './records-carried.ts'

/** How our exports name the program that wrote them. */
export const ORIGIN = 'Corroborate'

/** The name of the note that holds what REFI-QDA has no place for. */
export const CARRIER = 'Corroborate: what this format does not carry'

/** The note of a claim, whole. */
export const CLAIM_NOTE = 'Corroborate: claim'

export const MERGED_INTO = 'merged into'

/** How the notes of memos begin: they belong to what refers to them. */
export const MEMO_NOTE = 'Memo: '

export function isNoteOfOurs(name: string | null): boolean {
  return [CARRIER, CLAIM_NOTE, MEMO_NOTE].some((start) => name?.startsWith(start) === true)
}

/** GUIDs of what has no id of its own with us; the same at each export. What has one goes by it: our ids are GUIDs. */
export const guidOf = {
  coding: (passage: string, code: string, coder: string): string =>
    derivedId('qda-coding', passage, code, coder),
  memo: (owner: string): string => derivedId('qda-memo', owner),
  claimNote: (claim: string): string => derivedId('qda-claim', claim),
  carrier: (investigation: string): string => derivedId('qda-carrier', investigation),
  link: (name: string, from: string, to: string): string => derivedId('qda-link', name, from, to),
  variable: (name: string): string => derivedId('qda-variable', name),
}

const carriedShape = z.strictObject({
  version: z.literal(1),
  locale: z.enum(['en', 'ar']),
  /** Those that the texts and claims name. Exports of before this have neither. */
  sources: z.array(sourceRecordShape).default([]),
  places: z.array(placeRecordShape).default([]),
  codes: z.array(
    z.strictObject({ id: idShape<'code'>(), code: z.string(), name: wordsShape, key: textOrNull }),
  ),
  passages: z.array(z.strictObject({ id: idShape<'passage'>(), code: z.string() })),
  texts: z.array(
    z.strictObject({
      id: idShape<'text'>(),
      code: z.string(),
      source: idShape<'source'>(),
      title: wordsShape,
      language: z.string(),
      kind: z.enum(['transcript', 'summary', 'translation']),
      translationOf: idShape<'text'>().nullable(),
      version: z.int(),
      sha256: z.string(),
      turns: textShape.shape.turns.unwrap(),
      /** What wrote the words down where no person did: not citable there either before somebody has listened. */
      machine: textOrNull.default(null),
    }),
  ),
  /** Codings whose code was merged since, under the code that was given; and by what name the coder went then, where another came first. */
  codings: z.array(z.strictObject({ guid: z.string(), code: idShape<'code'>().nullable(), by: textOrNull })),
})

export type Carried = z.infer<typeof carriedShape>

/** JSON that XML can hold: what XML has no way to write is escaped once more. */
export function carriedJson(value: unknown): string {
  return canonicalJson(jsonOf(value)).replaceAll(
    /[\u{FFFE}\u{FFFF}]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16)}`,
  )
}

/** Null where the note is not what we wrote. */
export function carriedFrom(note: string): Carried | null {
  return parsed(carriedShape, note)
}

export function claimFrom(note: string): Claim | null {
  return parsed(claimShape, note)
}

function parsed<Value>(shape: z.ZodType<Value>, json: string): Value | null {
  try {
    const read = shape.safeParse(JSON.parse(json))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
