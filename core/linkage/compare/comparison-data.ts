import { chainComparer, type ChainData } from './chain-comparer.ts'
import { codeComparer, type CodeData } from './code-comparer.ts'
import type { Comparer } from './comparer.ts'
import { dayComparer, type DayData } from './day-comparer.ts'
import { nameComparer, type NameData } from './name-comparer.ts'
import { placeComparer, type PlaceData } from './place-comparer.ts'
import { numberComparer, sameComparer, type NumberData, type SameData } from './plain-comparers.ts'
import { textComparer, type TextData } from './text-comparer.ts'

/** What a comparison reads, as plain arrays: a worker thread is sent this and makes its comparer from it. */
export type ComparisonData =
  TextData | CodeData | SameData | NumberData | DayData | NameData | ChainData | PlaceData

export function comparerOf(data: ComparisonData): Comparer {
  switch (data.kind) {
    case 'text':
      return textComparer(data)
    case 'code':
      return codeComparer(data)
    case 'same':
      return sameComparer(data)
    case 'number':
      return numberComparer(data)
    case 'day':
      return dayComparer(data)
    case 'name':
      return nameComparer(data)
    case 'chain':
      return chainComparer(data)
    case 'place':
      return placeComparer(data)
  }
}
