import type { ListId } from '@corroborate/base'
import type { LinkageSettings, RecordsKind } from '@corroborate/linkage'
import { lastJudgement } from '@corroborate/store'
import { act } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { linkageAsked } from './linkage-asked.ts'

export interface AskLinkageRun extends InInvestigation {
  readonly lists: readonly ListId[]
  readonly settings: LinkageSettings
  /** What kind of records the settings are made for. */
  readonly records: RecordsKind
}

/** Has lists linked as they are now read and judged. The run waits until a process takes it up. */
export const askLinkageRun = act(
  'linkage-run.asked',
  ['statistician'],
  async (desk, { investigation, lists, settings, records }: AskLinkageRun) => {
    const judged = await lastJudgement(desk.store.db, investigation)
    return linkageAsked(desk, investigation, {
      ...{ lists, settings, records, judged },
      ...{ grows: null, repeats: null },
    })
  },
)
