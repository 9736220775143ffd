import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { gatherLists, linkageOutcome, type Linked, type ListToGather } from '@corroborate/casework'
import type { ListRow } from '@corroborate/interchange'
import type { Judgement, LinkageSettings, NewListGiven } from '@corroborate/linkage'
import { scoreInThreads } from './score-in-threads.ts'

/** What the thread is given at its start. */
export interface LinkageGiven {
  readonly settings: LinkageSettings
  readonly judgements: readonly Judgement[]
  /** The linkage of the first lists that stays; null where all are linked anew. */
  readonly grows: Pick<NewListGiven, 'known' | 'model'> | null
}

/** What it is told after: lists and their rows, and at last that there are no more. */
export type LinkageFed =
  | { readonly kind: 'list'; readonly list: ListToGather }
  | { readonly kind: 'rows'; readonly rows: readonly ListRow[] }
  | { readonly kind: 'whole' }

/** What it tells: that it wants more, how far it is, what came out. */
export type LinkageTold =
  | { readonly kind: 'more' }
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'linked'; readonly linked: Linked; readonly dataSha256: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly detail: string }

/** The entry of a worker: one linkage. The rows are fed to it, because the store is open in one thread only. */
const given: unknown = workerData
const port = parentPort
if (port === null || !isGiven(given)) throw new Error('a worker was started without a linkage to make')
const { settings, judgements, grows } = given
const digest = createHash('sha256')
const lists = gatherLists(settings.fields, (text) => digest.update(text))
const tell = (told: LinkageTold) => port.postMessage(told)
port.on('message', (fed: LinkageFed) => {
  switch (fed.kind) {
    case 'list':
      lists.begin(fed.list)
      return
    case 'rows':
      lists.add(fed.rows)
      tell({ kind: 'more' })
      return
    case 'whole':
      // What breaks here breaks the thread, and whoever started it is told.
      void link()
  }
})

async function link(): Promise<void> {
  const linked = await linkageOutcome({
    ...{ table: lists.table(), settings, judgements, grows, unread: lists.unread(), score: scoreInThreads },
    onShare: (share) => tell({ kind: 'share', share }),
  })
  tell(linked.kind === 'failed' ? linked : { kind: 'linked', linked, dataSha256: digest.digest('hex') })
}

function isGiven(value: unknown): value is LinkageGiven {
  return typeof value === 'object' && value !== null && 'settings' in value && 'judgements' in value
}
