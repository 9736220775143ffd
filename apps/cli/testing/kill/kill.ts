import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KINDS, type Acknowledged, type Kind } from './acknowledged.ts'
import { bundled } from './bundled.ts'
import { faultsIn } from './faults-in.ts'
import { makePlace } from './place.ts'

/** What was found when processes had been killed so many times. */
export interface Killed {
  /** By what a process was at when it was killed; `between` is between two works. */
  readonly kills: Readonly<Record<Kind | 'between', number>>
  readonly acknowledged: Readonly<Record<Kind, number>>
  readonly faults: readonly string[]
}

export const NONE_KILLED: Killed = {
  kills: { upload: 0, commit: 0, checkpoint: 0, package: 0, backup: 0, between: 0 },
  acknowledged: { upload: 0, commit: 0, checkpoint: 0, package: 0, backup: 0 },
  faults: [],
}

export function killsIn({ kills }: Killed): number {
  return Object.values(kills).reduce((sum, count) => sum + count, 0)
}

/**
 * Kills (SIGKILL) a process at a moment drawn at random while it takes in a file, commits an act, signs the ledger, or writes a package or
 * a backup; starts the next one on what it left; and after some kills holds everything that was acknowledged against what lies there.
 * What was lost or left behind is not put right by a later start, so that it is found after twenty kills as after one. A killed process
 * loses no power: what a disk loses with it, this does not show.
 * @param before what was found by an earlier run that this one goes on from
 * @param tell called when a round has been looked at
 */
export async function killAtWork(asked: {
  readonly kills: number
  readonly aRound: number
  readonly before: Killed
  readonly tell: (killed: Killed) => Promise<void>
}): Promise<Killed> {
  const root = await mkdtemp(join(tmpdir(), 'corroborate-kill-'))
  try {
    const program = await bundled(new URL('./doing.ts', import.meta.url), root)
    const fresh = join(root, 'fresh')
    await makePlace(fresh)
    const waits = new Waits()
    let killed = asked.before
    while (killsIn(killed) < asked.kills) {
      const folder = join(root, 'place')
      await cp(fresh, folder, { recursive: true })
      const kills = Math.min(asked.aRound, asked.kills - killsIn(killed))
      killed = joined(killed, await aRound({ folder, program, kills, waits }))
      await asked.tell(killed)
      await rm(folder, { recursive: true, force: true })
    }
    return killed
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

interface Round {
  readonly folder: string
  readonly program: string
  readonly kills: number
  readonly waits: Waits
}

async function aRound({ folder, program, kills, waits }: Round): Promise<Killed> {
  const at = { ...NONE_KILLED.kills }
  const acknowledged: Acknowledged[] = []
  const faults: string[] = []
  const began = randomInt(KINDS.length)
  for (let i = 0; i < kills; i++) {
    const kind = KINDS[(began + i) % KINDS.length] ?? 'upload'
    const once = await killOnce({ folder, program, name: String(i), kind, wait: waits.drawn(kind) })
    if (!once.started) throw new Error(`after ${i} kills a process ended by itself; it said:\n${once.said}`)
    waits.learn(kind, once)
    acknowledged.push(...once.acknowledged)
    at[once.at]++
  }
  const counted = { ...NONE_KILLED.acknowledged }
  for (const { kind } of acknowledged) counted[kind]++
  faults.push(...(await faultsIn(folder, acknowledged)))
  return { kills: at, acknowledged: counted, faults }
}

function joined(one: Killed, other: Killed): Killed {
  const kills = { ...one.kills }
  for (const kind of [...KINDS, 'between'] as const) kills[kind] += other.kills[kind]
  const acknowledged = { ...one.acknowledged }
  for (const kind of KINDS) acknowledged[kind] += other.acknowledged[kind]
  return { kills, acknowledged, faults: [...one.faults, ...other.faults] }
}

/** Milliseconds. */
const FIRST_WAIT = 300

/** How long to wait before killing: from nothing to a little more than the work takes, which depends on the machine and its load. */
class Waits {
  readonly #most = new Map<Kind, number>()

  drawn(kind: Kind): number {
    return Math.random() * (this.#most.get(kind) ?? FIRST_WAIT)
  }

  learn(kind: Kind, { acknowledged, wait }: Extract<Once, { started: true }>): void {
    const whole = acknowledged.filter((one) => one.kind === kind).length
    const most = this.#most.get(kind) ?? FIRST_WAIT
    // Where it was done before it was killed, it takes less than that; where not, perhaps more.
    this.#most.set(kind, whole > 0 ? (most + (1.3 * wait) / whole) / 2 : most * 1.1)
  }
}

type Once =
  | { readonly started: false; readonly said: string }
  | {
      readonly started: true
      readonly at: Kind | 'between'
      readonly acknowledged: readonly Acknowledged[]
      /** Milliseconds that it worked. */
      readonly wait: number
    }

async function killOnce(asked: {
  readonly folder: string
  readonly program: string
  readonly name: string
  readonly kind: Kind
  readonly wait: number
}): Promise<Once> {
  const child = spawn(process.execPath, [asked.program, asked.folder, asked.kind, asked.name], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: `${asked.program}.cache` },
  })
  let said = ''
  const ended = new Promise<void>((settle) => child.on('close', () => settle()))
  const ready = new Promise<void>((settle) =>
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.startsWith('ready\n')) settle()
    }),
  )
  await Promise.race([ready, ended])
  await new Promise((settle) => setTimeout(settle, asked.wait))
  child.kill('SIGKILL')
  await ended
  if (child.signalCode !== 'SIGKILL') return { started: false, said }
  // What stands behind the last line break was cut off in the middle of a word.
  const lines = said.split('\n').slice(0, -1)
  return {
    ...{ started: true, at: lastBegun(lines), wait: asked.wait },
    acknowledged: lines
      .filter((line) => line.startsWith('done '))
      .map((line) => JSON.parse(line.slice('done '.length)) as Acknowledged),
  }
}

function lastBegun(lines: readonly string[]): Kind | 'between' {
  const last = lines.at(-1) ?? ''
  return KINDS.find((kind) => last === `begins ${kind}`) ?? 'between'
}
