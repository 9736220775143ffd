import { refuse, type LinkageRunId, type ListId } from '@corroborate/base'
import type { NewListGiven } from '@corroborate/linkage'
import { lastJudgement, linkageRunById } from '@corroborate/store'
import { act, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { inputsOfRun, linkageAsked } from './linkage-asked.ts'

export interface GrowLinkageRun extends InInvestigation {
  /** The run of all lists before. */
  readonly run: LinkageRunId
  /** The new ones. */
  readonly lists: readonly ListId[]
  readonly model: NewListGiven['model']
}

/**
 * Has new lists linked against all before: only pairs with a new record are made, clusters keep their names, and what people judged is heeded. The lists
 * before have to be read as they were; where they are not, all are linked anew.
 */
export const growLinkageRun = act(
  'linkage-run.grown',
  ['statistician'],
  async (desk, { investigation, run, lists, model }: GrowLinkageRun) => {
    const { db } = desk.store
    const before = await linkageRunById(db, investigation, run)
    if (before === null) return NOT_FOUND
    if (before.state.kind !== 'done') return refuse('not-done', 'it has no result that a list could join')
    if (lists.length === 0 || lists.some((list) => before.lists.includes(list)))
      return refuse('lists-crooked', 'expected a list at least, and none that is linked in it already')
    const inputs = await inputsOfRun(desk, investigation, before)
    if (!inputs.ok) return inputs
    if (inputs.value !== before.inputs)
      return refuse('inputs-changed', 'how its lists are read has changed since: link all of them anew')
    const judged = await lastJudgement(db, investigation)
    return linkageAsked(desk, investigation, {
      ...{ settings: before.settings, records: before.records, judged, repeats: null },
      ...{ lists: [...before.lists, ...lists], grows: { run, model } },
    })
  },
)
