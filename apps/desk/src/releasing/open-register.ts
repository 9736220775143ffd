import type { ProtectedName } from '@corroborate/testimony'
import { openValue, type Expected, type SealedRecord } from '@corroborate/vault/sealing'
import type { AtSeal } from '../sealing/sealed-values.ts'
import { placeOfValue } from '../sealing/seen.ts'

/** The names that could be opened here, each with every spelling that was sealed; and of how many records none could. */
export interface RegisterOpened {
  readonly names: readonly ProtectedName[]
  readonly refused: number
}

const SPELLINGS = /[\n;/|]/

/**
 * Opens the register in this browser. What cannot be believed (another author, another place, an older version than was seen) is not opened, and
 * counts as a name that was not looked for.
 * @param called what a record is called, to name it without its name
 */
export async function openRegister(
  { investigation, circle, custodians }: AtSeal,
  {
    sealed,
    called,
  }: { readonly sealed: readonly SealedRecord[]; readonly called: ReadonlyMap<string, string> },
): Promise<RegisterOpened> {
  const names: ProtectedName[] = []
  for (const one of sealed) {
    const { record, field } = one.statement
    const seen = circle.seen.of(placeOfValue(record, field))
    const expected: Expected = { investigation, record, field, seen, mayReceive: custodians.mayReceive }
    const opened = await openValue(one, expected, { trusted: circle.trusted, keys: circle.own.keys })
    if (!opened.ok) continue
    const spellings = opened.value.value
      .split(SPELLINGS)
      .map((spelling) => spelling.trim())
      .filter((spelling) => spelling !== '')
    names.push({ token: called.get(record) ?? record, spellings })
  }
  return { names, refused: sealed.length - names.length }
}
