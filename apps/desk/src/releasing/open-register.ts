import type { ProtectedName } from '@corroborate/testimony'
import type { SealedRecord } from '@corroborate/vault/sealing'
import { openSealed } from '../sealing/open-sealed.ts'
import type { AtSeal } from '../sealing/sealed-values.ts'

/** The names that could be opened here, each with every spelling that was sealed; and of how many records none could. */
export interface RegisterOpened {
  readonly names: readonly ProtectedName[]
  readonly refused: number
}

const SPELLINGS = /[\n;/|]/

/** Every spelling in what was typed as a name. */
export function spellingsIn(name: string): readonly string[] {
  return name
    .split(SPELLINGS)
    .map((spelling) => spelling.trim())
    .filter((spelling) => spelling !== '')
}

/**
 * Opens the register in this browser. What cannot be believed is not opened, and counts as a name that was not looked for.
 * @param called what a record is called, to name it without its name
 */
export async function openRegister(
  at: AtSeal,
  {
    sealed,
    called,
  }: { readonly sealed: readonly SealedRecord[]; readonly called: ReadonlyMap<string, string> },
): Promise<RegisterOpened> {
  const { values, refused } = await openSealed(at, sealed)
  const names = values.map(({ record, value }) => ({
    token: called.get(record) ?? record,
    spellings: spellingsIn(value),
  }))
  return { names, refused }
}
