import { CHAIN_LEVELS, chainLevelBy, type Chain, type PartLevelOf } from '../names/compare-chains.ts'
import type { Comparer, PairBatch } from './comparer.ts'
import { partLevels, type PartsData } from './name-comparer.ts'
import { gatherColumn } from './plain-comparers.ts'

/** Father, grandfather and family name read together, by the levels of `CHAIN_LEVELS`. */
export interface ChainData extends PartsData {
  readonly kind: 'chain'
  readonly father: Int32Array
  readonly grandfather: Int32Array
  readonly family: Int32Array
  /** The chain as one word: where it is the same, the chains are near at least, however they were cut. Null where it is not known. */
  readonly joined: Int32Array | null
}

const RADIX = CHAIN_LEVELS.length + 1

export function chainComparer(data: ChainData): Comparer {
  const levelOf = partLevels(data)
  let father = new Int32Array(0)
  let grandfather = father
  let family = father
  let joined = father
  return {
    radix: RADIX,
    makeRoom: (records) => {
      father = new Int32Array(records)
      grandfather = new Int32Array(records)
      family = new Int32Array(records)
      joined = new Int32Array(records).fill(-1)
    },
    gather: (rows, from, to, at) => {
      gatherColumn(data.father, father, rows, from, to, at)
      gatherColumn(data.grandfather, grandfather, rows, from, to, at)
      gatherColumn(data.family, family, rows, from, to, at)
      if (data.joined !== null) gatherColumn(data.joined, joined, rows, from, to, at)
    },
    compare: (batch) => compareChains({ father, grandfather, family, joined }, levelOf, batch),
  }
}

type Gathered = Readonly<Record<'father' | 'grandfather' | 'family' | 'joined', Int32Array>>

const ALL_NEAR = CHAIN_LEVELS.indexOf('all-near')

function compareChains(gathered: Gathered, levelOf: PartLevelOf, batch: PairBatch): void {
  const { father, grandfather, family, joined } = gathered
  const { left, right, patterns, count } = batch
  const chainAt = (place: number): Chain => [
    father[place] ?? -1,
    grandfather[place] ?? -1,
    family[place] ?? -1,
  ]
  for (let k = 0; k < count; k++) {
    const i = left[k] ?? 0
    const j = right[k] ?? 0
    let level = chainLevelBy(levelOf, chainAt(i), chainAt(j))
    const asOneWord = joined[i] ?? -1
    if (asOneWord >= 0 && asOneWord === joined[j] && level < ALL_NEAR) level = ALL_NEAR
    patterns[k] = (patterns[k] ?? 0) * RADIX + 1 + level
  }
}
