import { diceFrom, type Dice } from '@corroborate/base'
import { convergenceOf, type Convergence } from '../../numerics/convergence.ts'
import type { Watch } from '../answer.ts'
import { startingState, type ClassState, type Table } from './class-state.ts'
import { adaptStep, moveAlongFlow } from './flow-move.ts'
import { flowFor, type Flow } from './flow.ts'
import type { LatentClassSettings } from './latent-class-settings.ts'
import { sweep } from './sweep.ts'

/** What the chains did, whether or not they agree. */
export interface LatentClassRun {
  /** People listed and unlisted at each sweep after warm-up, one array for each chain. */
  readonly chains: readonly Float64Array[]
  readonly convergence: Convergence
  /** Mean over the sweeps of how many classes hold at least one listed or unlisted person. */
  readonly classesUsed: number
  /** Mean of the concentration α. */
  readonly concentration: number
  readonly sweeps: number
}

/** R-hat above this asks for longer chains (Vehtari et al. 2021). */
export const AGREEING = 1.01
const FIRST_LOOK = 500

interface Chain {
  readonly dice: Dice
  readonly state: ClassState
  readonly flow: Flow
  readonly draws: Float64Array
  done: number
  classesUsed: number
  concentration: number
}

/**
 * Runs the chains side by side from starts that lie apart, each with dice of its own, and looks at them after 500, 1,000, 2,000 …
 * sweeps; ends when they agree and are worth the draws asked for, or at the most sweeps.
 */
export function runLatentClassChains(
  table: Table,
  settings: LatentClassSettings,
  seed: string,
  watch: Watch = () => undefined,
): LatentClassRun {
  const whole = settings.chains * (settings.warmUp + settings.mostSweeps)
  const told = (sweeps: number) => watch(Math.min(1, sweeps / whole))
  const dice = diceFrom(seed).fork('latent-class')
  const chains = Array.from({ length: settings.chains }, (_, at) =>
    begin(dice.fork(String(at)), table, settings),
  )
  chains.forEach((chain, at) => {
    warmUp(chain, settings.warmUp, (done) => told(at * settings.warmUp + done))
  })
  for (let sweeps = Math.min(FIRST_LOOK, settings.mostSweeps); ; sweeps *= 2) {
    const until = Math.min(sweeps, settings.mostSweeps)
    for (const chain of chains)
      advance(chain, until, () =>
        told(chains.reduce((sum, c) => sum + c.done, settings.chains * settings.warmUp)),
      )
    const run = summary(chains, until)
    if (until === settings.mostSweeps || enough(run.convergence, settings.effective)) {
      watch(1)
      return run
    }
  }
}

function begin(dice: Dice, table: Table, settings: LatentClassSettings): Chain {
  const state = startingState(dice, table, settings)
  return {
    dice,
    state,
    flow: flowFor(state),
    draws: new Float64Array(settings.mostSweeps),
    done: 0,
    classesUsed: 0,
    concentration: 0,
  }
}

function warmUp({ dice, state, flow }: Chain, sweeps: number, told: (done: number) => void): void {
  let product = 0
  for (let i = 0; i < sweeps; i++) {
    sweep(dice, state)
    adaptStep(flow, moveAlongFlow(dice, state, flow), i)
    // The second half's mean is steadier than the last step.
    if (2 * i >= sweeps) product += flow.stepLength
    if (i % 100 === 0) told(i)
  }
  flow.stepLength = product / Math.floor(sweeps / 2)
}

function advance(chain: Chain, until: number, told: () => void): void {
  const { dice, state, flow, draws } = chain
  while (chain.done < until) {
    sweep(dice, state)
    moveAlongFlow(dice, state, flow)
    draws[chain.done] = state.table.observed + state.unlisted
    for (const people of state.people) if (people > 0) chain.classesUsed++
    chain.concentration += state.concentration
    chain.done++
    if (chain.done % 100 === 0) told()
  }
}

function summary(chains: readonly Chain[], sweeps: number): LatentClassRun {
  const draws = chains.map((chain) => chain.draws.subarray(0, sweeps))
  const all = sweeps * chains.length
  return {
    chains: draws,
    convergence: convergenceOf(draws),
    classesUsed: chains.reduce((sum, chain) => sum + chain.classesUsed, 0) / all,
    concentration: chains.reduce((sum, chain) => sum + chain.concentration, 0) / all,
    sweeps,
  }
}

function enough({ rHat, bulk, tail }: Convergence, effective: number): boolean {
  return rHat <= AGREEING && bulk >= effective && tail >= effective
}
