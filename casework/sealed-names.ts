import type { InvestigationId } from '@corroborate/base'
import { countSealed, sealedOfEach, type Db } from '@corroborate/store'
import { ORIGINAL, type SealedRecord } from '@corroborate/vault/sealing'

/** Of how many sources a name is sealed, and of how many texts what their tokens stand for. */
export interface SealedCounts {
  readonly names: number
  readonly originals: number
}

/** The same, with nothing of it read. */
export async function sealedCounts(db: Db, investigation: InvestigationId): Promise<SealedCounts> {
  return {
    names: await countSealed(db, investigation, 'name'),
    originals: await countSealed(db, investigation, ORIGINAL),
  }
}

/** Every sealed name of an investigation and what the tokens of every text stand for, as it lies here. */
export async function sealedNames(
  db: Db,
  investigation: InvestigationId,
): Promise<{ readonly sealed: readonly SealedRecord[]; readonly counts: SealedCounts }> {
  const names = await sealedOfEach(db, investigation, 'name')
  const originals = await sealedOfEach(db, investigation, ORIGINAL)
  return {
    sealed: [...names, ...originals],
    counts: { names: names.length, originals: originals.length },
  }
}
