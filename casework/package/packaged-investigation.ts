import type { InvestigationId } from '@corroborate/base'
import { keyOfRecord, type PackagedInvestigation } from '@corroborate/interchange'
import {
  actTables,
  allExplanations,
  allListenings,
  allReviews,
  allTranslations,
  choicesOf,
  codes,
  codingsOf,
  crimesChosen,
  custodyEventsOf,
  exhibitFilesOf,
  exhibitsOf,
  incidentsOf,
  investigationWhole,
  plansOf,
  sealedValues,
  signedTies,
  tasksOf,
  textRecordings,
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
    ...{ listenings: await allListenings(db, id), translations: await allTranslations(db, id) },
    ...{ recordings: lastOfEach(await textRecordings(db, id)), claimReviews: await allReviews(db, id) },
    ...{
      crimes: (await crimesChosen(db, id)).map((crime) => ({ crime })),
      incidents: await incidentsOf(db, id),
    },
    ...{ elementTies: await signedTies(db, id), standardChoices: lastOfEach(await choicesOf(db, id)) },
    ...{ weighings: lastOfEach(await allExplanations(db, id)), interviewPlans: await plansOf(db, id) },
    promises: (await tasksOf(db, id)).filter(({ kind }) => kind === 'keep-promise'),
    actTables: await actTables(db, id),
    // A copy for whoever asked to open a value stays where it was asked for.
    sealedValues: (await sealedValues(db, id)).filter(({ statement }) => statement.field !== COPY),
  }
}

/** Of what was said again and again of one thing, what was said last. What came before stays where it was said. */
function lastOfEach<One extends object>(said: readonly One[]): readonly One[] {
  return [...new Map(said.map((one) => [keyOfRecord(one), one])).values()]
}

/** What is written of a file, wherever it lies. */
export function fileAlone(file: HeldFile): ExhibitFile {
  const { id, exhibit, name, bytes, sha256, sha512, made, receivedBy, receivedAt } = file
  return { id, exhibit, name, bytes, sha256, sha512, made, receivedBy, receivedAt }
}
