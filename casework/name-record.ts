import { newId, ok, refuse, type Id, type Outcome } from '@corroborate/base'
import { codeTaken, freeCode, memberById, type Coded } from '@corroborate/store'
import type { Desk, InInvestigation } from './desk.ts'

/** A code that somebody chose, or null for the next that is free. */
export type ChosenCode = string | null

const PREFIXES: Readonly<Record<Coded, string>> = {
  source: 'S',
  interview: 'I',
  text: 'T',
  passage: 'PS',
  place: 'PL',
  person: 'P',
  unit: 'U',
  list: 'L',
  linkage: 'K',
  code: 'Q',
  claim: 'C',
  finding: 'F',
  estimate: 'E',
  report: 'R',
  exhibit: 'X',
}

/** How the codes of a kind begin. */
export function codePrefix(kind: Coded): string {
  return PREFIXES[kind]
}

/** The id and the code of a new record. */
export async function nameRecord<Kind extends Coded>(
  desk: Desk,
  record: InInvestigation & { readonly kind: Kind; readonly code: ChosenCode },
): Promise<Outcome<{ readonly id: Id<Kind>; readonly code: string }, 'code-taken'>> {
  const { investigation, kind, code } = record
  const { db } = desk.store
  if (code !== null && (await codeTaken(db, investigation, { kind, code })))
    return refuse('code-taken', `there is a ${kind} called “${code}” already`)
  const chosen = code ?? (await freeCode(db, investigation, { kind, prefix: PREFIXES[kind] }))
  return ok({ id: freshId<Kind>(desk), code: chosen })
}

/** An id that nobody has yet. */
export function freshId<Kind extends string>(desk: Desk): Id<Kind> {
  return newId<Kind>({ at: desk.clock(), random: desk.random(10) })
}

/** The name under which whoever is at the desk signs. Throws when nobody is: the act let them through. */
export async function signature(desk: Desk): Promise<string> {
  if (desk.member === 'operator') return desk.member
  const member = desk.member === null ? null : await memberById(desk.store.db, desk.member)
  if (member === null) throw new Error('an act was let through that nobody does')
  return member.name
}
