import { setTimeout as pause } from 'node:timers/promises'
import { checkFixity, type FilesDesk } from '@corroborate/casework'
import { fixityIsDue } from '@corroborate/store'
import type { Jobs } from './work-off.ts'

export interface FixityJobAsked extends Omit<FilesDesk, 'member' | 'provedAt'> {
  /** Told of each file that is missing or altered, and of what lies there that nothing names; and of errors that are ours. */
  readonly report: (said: unknown) => void
  readonly everyMs?: number
}

/** How often it is looked whether a check is due … */
const EVERY_MS = 60 * 60 * 1000
/** … which it is when the files of an investigation were not read again for so long. */
export const FIXITY_WITHIN_MS = 7 * 24 * 60 * 60 * 1000

/** Reads all files again every week, for as long as the server serves. Never throws: what breaks is reported. */
export function startFixity(asked: FixityJobAsked): Jobs {
  const stopping = new AbortController()
  const working = work(asked, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await working
    },
  }
}

async function work(asked: FixityJobAsked, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const since = new Date(asked.clock() - FIXITY_WITHIN_MS).toISOString()
      if (await fixityIsDue(asked.store.db, since)) await checkAndTell(asked, signal)
    } catch (error) {
      asked.report(error)
    }
    await pause(asked.everyMs ?? EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

async function checkAndTell(asked: FixityJobAsked, signal: AbortSignal): Promise<void> {
  const { investigations, orphans } = await checkFixity({ ...asked, member: 'operator', provedAt: 0 }, signal)
  for (const { told } of investigations) for (const sentence of told) asked.report(sentence)
  if (orphans.length > 0) asked.report(orphansInWords(orphans, asked.files.store.inWords))
}

/** What lies in the store and is named by nothing, as a sentence that names it. */
export function orphansInWords(orphans: readonly string[], where: string): string {
  return `${orphans.length} in ${where} that nothing names: ${orphans.join(', ')}. Nobody sees them, and nothing was taken away: a store put back from a backup may be older than its files.`
}
