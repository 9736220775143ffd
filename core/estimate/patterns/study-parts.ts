import { ok, type ClaimId, type Outcome } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { readPeriods } from './pattern-arithmetic.ts'
import type { PatternRequest } from './pattern-request.ts'
import { projectionOf, type Projection } from './projection.ts'
import type { PeriodRead } from './read-period.ts'
import type { EstimateRefusal, Read, Refused } from './refusal.ts'
import { breakEvenOf, type BreakEven } from './sensitivity/break-even.ts'
import { inputModelOf } from './sensitivity/study-inputs.ts'
import { occasionsDrawn } from './simulation/drawn-occasions.ts'
import { sizeDrawn, spreadsOf } from './simulation/period-models.ts'
import type { SimulationRequest } from './simulation/simulation-request.ts'
import { wrongSettings, type Setting } from './simulation/wrong-settings.ts'

/** Where a simulation cannot be drawn: at one of its settings, or at a spread, which is the period's own or that of all periods. */
export type DrawingFault =
  | { readonly at: Setting; readonly refusal: Refused }
  | {
      readonly at: 'rate' | 'size'
      /** Null: the spread of all periods that have none of their own. */
      readonly ofPeriod: string | null
      readonly refusal: Refused
    }

/** What can be said of each part of a study before it is run, each by itself; in the order in which they were asked. */
export interface StudyParts {
  readonly thresholds: readonly Outcome<BreakEven, EstimateRefusal>[]
  readonly projections: readonly Outcome<Projection, EstimateRefusal>[]
  readonly drawing: readonly DrawingFault[]
}

/**
 * The parts of a study that cost nothing, and what would stop it when it is run under the periods' own readings: for whoever is putting it together.
 * `studyPattern` stops at the first of these; here each stands by itself, so that it can be said at its field.
 * @returns refused when the periods themselves cannot be read
 */
export function studyParts(request: PatternRequest, claims: ReadonlyMap<ClaimId, Claim>): Read<StudyParts> {
  const read = readPeriods(request.periods, claims)
  if (!read.ok) return read
  const inputs = inputModelOf(read.value)
  const { thresholds = [], projections = [], simulation } = request
  return ok({
    thresholds: thresholds.map((threshold) => breakEvenOf(inputs, threshold)),
    projections: projections.map((projection) => projectionOf(projection, read.value)),
    drawing: simulation === undefined ? [] : drawingFaults(simulation, read.value, claims),
  })
}

function drawingFaults(
  simulation: SimulationRequest,
  read: readonly PeriodRead[],
  claims: ReadonlyMap<ClaimId, Claim>,
): readonly DrawingFault[] {
  const own = new Set(simulation.inPeriods.map(({ period }) => period))
  const ofSpreads = read.flatMap((period): readonly DrawingFault[] => {
    const { rate, size } = spreadsOf(period, simulation)
    const ofPeriod = own.has(period.code) ? period.code : null
    return [
      ...faultAt('rate', ofPeriod, occasionsDrawn(period, rate, simulation.occasions)),
      ...faultAt('size', ofPeriod, sizeDrawn(period, size, claims)),
    ]
  })
  return [...wrongSettings(simulation, read), ...ofSpreads]
}

function faultAt(
  at: 'rate' | 'size',
  ofPeriod: string | null,
  drawn: Read<unknown>,
): readonly DrawingFault[] {
  return drawn.ok ? [] : [{ at, ofPeriod, refusal: drawn }]
}
