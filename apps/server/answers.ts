import type { Context } from 'hono'
import type { Outcome, Refusal } from '@corroborate/base'
import { NOT_FOUND } from '@corroborate/casework'
import { troubleOf } from '@corroborate/store'

/** What somebody reads who may not know, or of something that is not there: one answer, byte for byte. */
export function notFound(c: Context): Response {
  return c.json({ reason: NOT_FOUND.reason, detail: NOT_FOUND.detail }, 404)
}

/** What was asked for, or that it is not there. */
export function sendOrNotFound(c: Context, answer: object | null): Response {
  return answer === null ? notFound(c) : c.json(answer)
}

/** What an act answered: its value, or its refusal with the status that says whose matter it is. */
export function sendOutcome(c: Context, outcome: Outcome<unknown>): Response {
  return outcome.ok ? c.json({ value: outcome.value }) : sendRefusal(c, outcome)
}

export function sendRefusal(c: Context, { reason, detail }: Refusal): Response {
  if (reason === NOT_FOUND.reason) return notFound(c)
  return c.json({ reason, detail }, reason === 'unreadable' ? 400 : 422)
}

const DISK = {
  'disk-full':
    'The disk of the machine that serves this is full. Nothing of this was written, and nothing that was acknowledged is lost. Whoever keeps the machine has to make room; then do it again.',
  'not-writable':
    'The store cannot be written. Nothing of this was written, and nothing that was acknowledged is lost. Whoever keeps the machine has to make it writable; then do it again.',
} as const

export function signedOut(c: Context): Response {
  return c.json({ reason: 'signed-out', detail: 'Nobody is signed in here.' }, 401)
}

/** Nobody comes in by this: unknown, wrong, used or too late are one answer. */
export function notKnown(c: Context): Response {
  return c.json({ reason: 'not-known', detail: 'Nobody is signed in by this.' }, 401)
}

/** What the disk of the machine could not do, which somebody can mend; otherwise it is ours: that it happened is told, and nothing of how the house is built. */
export function broken(c: Context, error: unknown): Response {
  const trouble = troubleOf(error)
  if (trouble === 'disk-full' || trouble === 'not-writable')
    return c.json({ reason: trouble, detail: DISK[trouble] }, 507)
  return c.json(
    { reason: 'broken', detail: 'Something broke here. It was not you, and nothing was left half done.' },
    500,
  )
}
