import type { ListId } from '@corroborate/base'
import type { LinkageSettings } from '@corroborate/linkage'
import { lastJudgement } from '@corroborate/store'
import { act } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { linkageAsked } from './linkage-asked.ts'

export interface AskLinkageRun extends InInvestigation {
  readonly lists: readonly ListId[]
  readonly settings: LinkageSettings
}

/** Has lists linked as they are now read and judged. The run waits until a process takes it up. */
export const askLinkageRun = act(
  'linkage-run.asked',
  ['statistician'],
  async (desk, { investigation, lists, settings }: AskLinkageRun) => {
    const judged = await lastJudgement(desk.store.db, investigation)
    return linkageAsked(desk, investigation, { lists, settings, judged, repeats: null })
  },
)
