import { setTimeout as pause } from 'node:timers/promises'
import { signWhatChanged, type SigningDesk } from '@corroborate/casework'
import type { TrustPolicy } from '@corroborate/ledger'
import { lastCheckpoint, signedShares } from '@corroborate/store'
import { askWitnesses, postTo, type PostTo } from '../witness/ask-witnesses.ts'
import {
  askAuthority,
  stampDaily,
  type AskAuthority,
  type Authority,
} from '../time-stamps/ask-authorities.ts'
import type { Jobs } from './work-off.ts'

export interface SigningJobAsked extends SigningDesk {
  /** Told of errors that are ours, and of each sentence for whoever keeps the machine, once until it changes. */
  readonly report: (error: unknown) => void
  readonly everyMs?: number
  /** Whom to ask for cosignatures; null asks nobody, and then nothing calls out. */
  readonly policy: TrustPolicy | null
  readonly post?: PostTo
  /** Whom to have the last head stamped by, once a day; none, and then nothing calls out. */
  readonly authorities: readonly Authority[]
  readonly ask?: AskAuthority
  readonly random: (bytes: number) => Uint8Array
}

/** A change is signed at most a minute after it was made: looked for twice in that time, by no clock that can be set back. */
const EVERY_MS = 25_000

/** Signs what changed, for as long as the server serves. The first time it looks at every chain. Never throws: what breaks is reported. */
export function startSigning(asked: SigningJobAsked): Jobs {
  const stopping = new AbortController()
  const working = work(asked, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await working
    },
  }
}

async function work(asked: SigningJobAsked, signal: AbortSignal): Promise<void> {
  const report = onceEach(asked.report)
  let all = true
  while (!signal.aborted) {
    try {
      const { told } = await signWhatChanged(asked, { all })
      report([...told, ...(await cosigned(asked)), ...(await stamped(asked))])
      all = false
    } catch (error) {
      asked.report(error)
    }
    await pause(asked.everyMs ?? EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

/** Asks for what is not cosigned yet: after each signature, and again while a witness is away. */
async function cosigned({
  store: { db },
  clock,
  policy,
  post = postTo,
}: SigningJobAsked): Promise<readonly string[]> {
  if (policy === null) return []
  const told: string[] = []
  const now = () => new Date(clock()).toISOString()
  for (const { chain } of await signedShares(db)) {
    const head = await lastCheckpoint(db, chain)
    if (head) told.push(...(await askWitnesses({ db, policy, post, now }, head)))
  }
  return told
}

async function stamped({
  store: { db },
  clock,
  authorities,
  ask = askAuthority,
  random,
}: SigningJobAsked): Promise<readonly string[]> {
  return authorities.length > 0 ? stampDaily({ db, authorities, ask, random, clock }) : []
}

/** Says a sentence when it comes up, and not again with every look. */
function onceEach(report: (error: unknown) => void): (told: readonly string[]) => void {
  let before: readonly string[] = []
  return (told) => {
    for (const sentence of told) if (!before.includes(sentence)) report(sentence)
    before = told
  }
}
