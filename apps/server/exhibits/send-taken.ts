import type { Context } from 'hono'
import { refuse, type Outcome } from '@corroborate/base'
import { sendOutcome } from '../answers.ts'
import { SenderGone } from './coming-file.ts'

/** What came of something that was taken in as it came. */
export function sendTaken(c: Context, taken: Outcome<unknown>): Response {
  return taken.ok || taken.reason !== 'disk-full' ? sendOutcome(c, taken) : c.json(taken, 507)
}

/** Said where somebody may still hear it. Any other error is thrown again. */
export function sendCutOff(c: Context, error: unknown): Response {
  if (!(error instanceof SenderGone)) throw error
  return c.json(
    refuse('cut-off', 'The file did not arrive whole. Nothing of it was kept; send it again.'),
    408,
  )
}
