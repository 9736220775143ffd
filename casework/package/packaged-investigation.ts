import type { InvestigationId } from '@corroborate/base'
import type { PackagedInvestigation } from '@corroborate/interchange'
import {
  codes,
  codingsOf,
  custodyEventsOf,
  exhibitFilesOf,
  exhibitsOf,
  investigationWhole,
  sealedValues,
  type Db,
  type HeldFile,
} from '@corroborate/store'
import type { ExhibitFile } from '@corroborate/testimony'
import { COPY } from '@corroborate/vault/sealing'

/** An investigation as packages know it; null when there is none. Where its files lie is no part of it: that is another place in each instance. */
export async function packagedInvestigation(
  db: Db,
  id: InvestigationId,
): Promise<PackagedInvestigation | null> {
  const whole = await investigationWhole(db, id)
  if (!whole) return null
  const exhibits = await exhibitsOf(db, id)
  const held = await exhibitFilesOf(db, id)
  return {
    ...{ ...whole, exhibits, exhibitFiles: held.map(fileAlone), custody: await custodyEventsOf(db, id) },
    ...{ codes: [...(await codes(db, id)).values()], codings: await codingsOf(db, id) },
    // A copy for whoever asked to open a value stays where it was asked for.
    sealedValues: (await sealedValues(db, id)).filter(({ statement }) => statement.field !== COPY),
  }
}

/** What is written of a file, wherever it lies. */
export function fileAlone(file: HeldFile): ExhibitFile {
  const { id, exhibit, name, bytes, sha256, sha512, made, receivedBy, receivedAt } = file
  return { id, exhibit, name, bytes, sha256, sha512, made, receivedBy, receivedAt }
}
