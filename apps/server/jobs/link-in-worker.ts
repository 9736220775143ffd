import { Worker } from 'node:worker_threads'
import type { LinkageOutcome, ListToGather } from '@corroborate/casework'
import type { ListId } from '@corroborate/base'
import type { ListRow } from '@corroborate/interchange'
import type { LinkageFed, LinkageGiven, LinkageTold } from './linkage-worker.ts'

/** Ten million records with their pairs. */
const MEGABYTES = 6_144

export const LINKAGE_WORKER = new URL('./linkage-worker.ts', import.meta.url)

/** A list and its rows, read as they are wanted. */
export interface ListFed extends ListToGather {
  readonly id: ListId
  readonly rows: () => AsyncIterable<readonly ListRow[]>
}

export interface LinkageWork extends LinkageGiven {
  readonly lists: readonly ListFed[]
  readonly worker: URL
  readonly onShare: (share: number) => void
  /** Stops the work at once; then the answer is null. */
  readonly signal: AbortSignal
  /** Told of errors that are ours. */
  readonly report: (error: unknown) => void
}

/** Links lists in a thread of its own. Rows are fed batch by batch, the next when the last was taken in. Null when it was stopped. */
export function linkInWorker(work: LinkageWork): Promise<LinkageOutcome | null> {
  const { signal, report, settings, judgements, grows } = work
  return new Promise((settle) => {
    if (signal.aborted) {
      settle(null)
      return
    }
    const worker = new Worker(work.worker, {
      workerData: { settings, judgements, grows } satisfies LinkageGiven,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    })
    const counts = new Map<ListId, number>()
    let more: (() => void) | null = null
    const end = (how: LinkageOutcome | null) => {
      signal.removeEventListener('abort', onAbort)
      more?.()
      settle(how)
      void worker.terminate()
    }
    const onAbort = () => end(null)
    signal.addEventListener('abort', onAbort)
    const broke = (error: unknown) => {
      report(error)
      end(BROKEN)
    }
    worker.on('message', (told: LinkageTold) => {
      if (told.kind === 'more') more?.()
      else if (told.kind === 'share') work.onShare(told.share)
      else if (told.kind === 'failed') end(told)
      else {
        const lists = work.lists.map(({ id }) => ({ id, rows: counts.get(id) ?? 0 }))
        end({ ...told.linked, dataSha256: told.dataSha256, lists })
      }
    })
    worker.on('error', broke)
    worker.on('exit', () => end(BROKEN))
    const feed = (fed: LinkageFed) => worker.postMessage(fed)
    const fed = async () => {
      for (const { id, rows, ...list } of work.lists) {
        const { code, clean, columns, mapping } = list
        feed({ kind: 'list', list: { code, clean, columns, mapping } })
        for await (const batch of rows()) {
          if (signal.aborted) return
          const taken = Promise.withResolvers<undefined>()
          more = () => taken.resolve(undefined)
          feed({ kind: 'rows', rows: batch })
          await taken.promise
          counts.set(id, (counts.get(id) ?? 0) + batch.length)
        }
      }
      feed({ kind: 'whole' })
    }
    fed().catch(broke)
  })
}

const BROKEN: LinkageOutcome = {
  kind: 'failed',
  reason: 'broke-off',
  detail: 'The work broke off: it was too large for this machine, or something in it is wrong.',
}
