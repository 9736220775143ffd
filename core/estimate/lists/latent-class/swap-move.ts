import type { Dice } from '@corroborate/base'
import { exp, log, logAddExp } from '../../numerics/elementary.ts'
import type { ClassState } from './class-state.ts'

/**
 * Offers every two neighbouring classes an exchange of their places, shares and rates together. The likelihood does not know the places, so
 * only the density of the broken stick counts: α^(K-1) π_K^(α-1) / ∏ T_k for k from 2 to K-1, T_k the share of class k and all after it.
 * @see Papaspiliopoulos & Roberts (2008), section 3.4, and Hastie, Liverani & Richardson (2015), who swap given the allocation; here it is integrated out
 */
export function swapNeighbours(dice: Dice, state: ClassState): void {
  const { logWeight, concentration } = state
  const last = logWeight.length - 1
  let tail = -Infinity
  for (let k = last; k > 0; k--) {
    // The tail after both stays as it is; what changes is the tail from the second of the two.
    const ahead = logWeight[k - 1] ?? NaN
    const behind = logWeight[k] ?? NaN
    const gain =
      k === last ? (concentration - 1) * (ahead - behind) : logAddExp(tail, behind) - logAddExp(tail, ahead)
    if (gain >= 0 || log(1 - dice.next()) < gain) exchange(state, k - 1, k)
    tail = logAddExp(tail, logWeight[k] ?? NaN)
  }
}

function exchange(state: ClassState, a: number, b: number): void {
  const { lists } = state.table
  swapEntries(state.logWeight, a, b)
  state.weight[a] = exp(state.logWeight[a] ?? NaN)
  state.weight[b] = exp(state.logWeight[b] ?? NaN)
  for (let j = 0; j < lists; j++) {
    swapEntries(state.listed, a * lists + j, b * lists + j)
    swapEntries(state.spared, a * lists + j, b * lists + j)
  }
}

function swapEntries(values: Float64Array, a: number, b: number): void {
  const kept = values[a] ?? NaN
  values[a] = values[b] ?? NaN
  values[b] = kept
}
