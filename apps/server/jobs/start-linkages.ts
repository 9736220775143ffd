import {
  endLinkageRun,
  giveUpLinkageRun,
  inputsOfRun,
  linkageKnown,
  listsToLink,
  type LinkageOutcome,
} from '@corroborate/casework'
import { claimLinkageRun, judgements, type ClaimedLinkageRun } from '@corroborate/store'
import { LINKAGE_WORKER, linkInWorker } from './link-in-worker.ts'
import { failed, workOff, type Jobs, type JobsAsked, type Watched } from './work-off.ts'

/** Runs linkages that wait, beside the studies, for as long as the server serves. */
export function startLinkages(asked: JobsAsked): Jobs {
  return workOff(asked, {
    ...{ queue: 'linkage_run', claim: claimLinkageRun, end: endLinkageRun, giveUp: giveUpLinkageRun },
    run: (claimed, on) => endOf(asked, claimed, on),
  })
}

async function endOf(
  { store, worker, report }: JobsAsked,
  { investigation, run }: ClaimedLinkageRun,
  on: Watched,
): Promise<LinkageOutcome | null> {
  const inputs = await inputsOfRun({ store }, investigation, run)
  const lists = await listsToLink(store.db, investigation, run.lists)
  if (lists === null || !inputs.ok || inputs.value !== run.inputs)
    return failed('inputs-changed', 'How its lists are read changed before it was run: ask again.')
  const known = run.grows === null ? null : await linkageKnown(store.db, investigation, run.grows.run)
  if (run.grows !== null && known === null)
    return failed(
      'known-gone',
      'What it should go on from was kept by an earlier version: link all lists anew.',
    )
  const grows = known === null || run.grows === null ? null : { known, model: run.grows.model }
  const said = await judgements(store.db, investigation, run.judged)
  return linkInWorker({
    ...{ settings: run.settings, judgements: said, grows, lists, worker: worker ?? LINKAGE_WORKER, report },
    ...on,
  })
}
