import type { ClaimId } from '@corroborate/base'
import type {
  PatternRequest,
  PeriodSpreads,
  ProjectionRequest,
  Shape,
  SizeSpread,
  WeightedClaim,
} from '@corroborate/estimate'
import type { z } from 'zod'
import type { studyShape } from './estimate-shape.ts'
import type { Path } from './yaml-file.ts'

type Raw = z.infer<z.ZodObject<typeof studyShape>>
type RawSimulation = NonNullable<Raw['simulation']>

interface Named {
  /** Where the values stand in their file. */
  readonly at: Path
  /** The claim of a code; one that is not there is told as a mistake at its place. */
  readonly claimOf: (code: string, path: Path) => ClaimId
}

/** What is asked of a study, in an investigation folder and in a file of patterns alike; a part that is not asked for is not there. */
export function studyAsked(
  { simulation, projections, thresholds }: Raw,
  named: Named,
): Pick<PatternRequest, 'simulation' | 'projections' | 'thresholds'> {
  return {
    ...(simulation && { simulation: simulationOf(simulation, named) }),
    ...(projections && { projections: projections.map(projectionOf).filter((asked) => asked !== null) }),
    ...(thresholds && { thresholds }),
  }
}

export function weightedClaims(
  claims: readonly { readonly claim: string; readonly weight: number }[],
  { at, claimOf }: Named,
): readonly WeightedClaim[] {
  return claims.map(({ claim, weight }, index) => ({
    claim: claimOf(claim, [...at, index, 'claim']),
    weight,
  }))
}

function simulationOf(raw: RawSimulation, { at, claimOf }: Named) {
  const { draws, seed, occasions, correlation, spreads } = raw
  return {
    ...{ draws, seed, occasions },
    correlation: {
      withinPeriod: correlation['within-period'],
      betweenPeriods: correlation['between-periods'],
    },
    spreads: spreadsOf(spreads, { at: [...at, 'simulation', 'spreads'], claimOf }),
    inPeriods: (raw['in-periods'] ?? []).map(({ period, rate, size }, index) => ({
      period,
      ...spreadsOf({ rate, size }, { at: [...at, 'simulation', 'in-periods', index], claimOf }),
    })),
  }
}

function spreadsOf({ rate, size }: RawSimulation['spreads'], { at, claimOf }: Named): PeriodSpreads {
  const sizes: SizeSpread =
    typeof size === 'object' && 'claims' in size
      ? {
          kind: 'claims',
          claims: weightedClaims(size.claims, { at: [...at, 'size', 'claims'], claimOf }),
        }
      : shapeOf(size)
  return { rate: { along: rate.along, shape: shapeOf(rate.shape) }, size: sizes }
}

function shapeOf(raw: RawSimulation['spreads']['rate']['shape']): Shape {
  if (raw === 'uniform') return { kind: 'uniform' }
  return 'pert' in raw ? { kind: 'pert', mode: raw.pert } : { kind: 'triangular', mode: raw.triangular }
}

function projectionOf(raw: NonNullable<Raw['projections']>[number]): ProjectionRequest | null {
  const [first, ...others] = raw.assumptions
  return first === undefined ? null : { ...raw, assumptions: [first, ...others] }
}
