import { namesNobody } from '@corroborate/interchange'
import type { ReleaseCheckView } from '@corroborate/server/api'
import { wordsReplaced, type ProtectedName } from '@corroborate/testimony'
import { ORIGINAL, type SealedRecord } from '@corroborate/vault/sealing'
import { openSealed } from '../sealing/open-sealed.ts'
import type { AtSeal } from '../sealing/sealed-values.ts'
import { originalIn } from '../texts/original-said.ts'

/** The names and words that could be opened here, each with every spelling that was sealed; and of how many sources and texts none could. */
export interface RegisterOpened {
  readonly names: readonly ProtectedName[]
  readonly refused: ReleaseCheckView['sealed']
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
  const { originals = [], names = [] } = Object.groupBy(sealed, ({ statement: { field } }) =>
    field === ORIGINAL ? 'originals' : 'names',
  )
  const [ofTexts, ofSources] = [await openSealed(at, originals), await openSealed(at, names)]
  const read = ofTexts.values.flatMap(({ value }) => originalIn(value) ?? [])
  return {
    names: [
      ...ofSources.values.map(({ record, value }) => ({
        token: called.get(record) ?? record,
        spellings: spellingsIn(value),
      })),
      ...wordsReplaced(read).map(tellingSomebody),
    ],
    refused: { names: ofSources.refused, originals: originals.length - read.length },
  }
}

/** “Interviewer” was called I1, and gives nobody away. */
function tellingSomebody({ token, spellings }: ProtectedName): ProtectedName {
  return { token, spellings: spellings.filter((words) => !namesNobody(words)) }
}
