import type { ComputedPart } from '@corroborate/report'
import type { Piece } from '../content.ts'
import type { Lookup } from '../evidence.ts'
import { alternativesContent } from './alternatives.ts'
import { contradictionsContent } from './contradictions.ts'
import { derivationContent } from './derivation.ts'
import { slipsContent } from './slips.ts'
import { sourcesContent } from './sources.ts'
import { standingsContent } from './standings.ts'
import { thresholdsContent } from './thresholds.ts'

/** A part of the report that nobody writes, from what was computed. */
export function computedContent(evidence: Lookup, part: ComputedPart): readonly Piece[] {
  switch (part.kind) {
    case 'derivation':
      return derivationContent(evidence, part.estimate)
    case 'contradictions':
      return contradictionsContent(evidence)
    case 'slips':
      return slipsContent(evidence, part.estimate)
    case 'alternatives':
      return alternativesContent(evidence, part.estimate)
    case 'standings':
      return standingsContent(evidence)
    case 'thresholds':
      return thresholdsContent(evidence)
    case 'sources':
      return sourcesContent(evidence)
  }
}
