import {
  isPatternRequest,
  type Cell,
  type EstimateRequest,
  type ListRequest,
  type PatternRequest,
  type PeriodSpreads,
  type Shape,
  type WeightedClaim,
} from '@corroborate/estimate'
import type { z } from 'zod'
import type { estimateShape } from './estimate-shape.ts'
import { patternOf } from './read-list-estimate.ts'
import type { listEstimateShape } from './record-shapes.ts'
import { unlessEmpty, type CodeOf } from './write-records.ts'

type Written = z.input<typeof estimateShape>
type WrittenOfLists = z.input<typeof listEstimateShape>

export function estimateEntry(request: EstimateRequest, codeOf: CodeOf): Written | WrittenOfLists {
  return isPatternRequest(request)
    ? patternEstimateEntry(request, codeOf)
    : listEstimateEntry(request, codeOf)
}

function listEstimateEntry(
  { code, question, unit, overlap, rounding, assumptions, seed }: ListRequest,
  codeOf: CodeOf,
): WrittenOfLists {
  const rest = { rounding: roundingEntry(rounding), assumptions: [...assumptions], seed }
  const head = { code, question, unit }
  if (overlap.kind === 'linked') {
    const strata = overlap.strata.map(({ name, columns }) => ({
      name,
      columns: Object.fromEntries(columns.map(({ list, column }) => [codeOf(list), column])),
    }))
    const { linkage, lists } = overlap
    return {
      ...head,
      lists: { linkage: codeOf(linkage), of: lists.map(codeOf), strata: unlessEmpty(strata) },
      ...rest,
    }
  }
  const { lists, source, strata } = overlap
  const cellsOf = (cells: readonly Cell[]) =>
    Object.fromEntries(cells.map(({ mask, count }) => [patternOf(mask, lists.length), count]))
  const [only, more] = strata
  const counts =
    only?.name === 'all' && more === undefined
      ? { cells: cellsOf(only.cells) }
      : { strata: Object.fromEntries(strata.map(({ name, cells }) => [name, cellsOf(cells)])) }
  return { ...head, table: { lists: [...lists], source, ...counts }, ...rest }
}

function roundingEntry(rounding: EstimateRequest['rounding']): Written['rounding'] {
  return rounding.kind === 'none' ? 'none' : { 'down-to': rounding.unit }
}

function patternEstimateEntry(request: PatternRequest, codeOf: CodeOf): Written {
  return {
    code: request.code,
    question: request.question,
    unit: request.unit,
    periods: request.periods.map(({ code, window, rate, size, reading }) => ({
      code,
      window: codeOf(window),
      rate: codeOf(rate),
      size: codeOf(size),
      reading,
    })),
    rounding: roundingEntry(request.rounding),
    assumptions: [...request.assumptions],
    alternatives: unlessEmpty(request.alternatives),
    checks: unlessEmpty(request.checks.map(({ claim, bound }) => ({ claim: codeOf(claim), bound }))),
    simulation: simulationEntry(request, codeOf),
    witnesses: request.witnesses?.map(({ period, part, claims, pool }) => ({
      ...{ period, part, pool },
      claims: weightedEntries(claims, codeOf),
    })),
    projections: request.projections?.map((asked) => ({ ...asked, assumptions: [...asked.assumptions] })),
    thresholds: request.thresholds && [...request.thresholds],
  }
}

function simulationEntry({ simulation }: PatternRequest, codeOf: CodeOf): Written['simulation'] {
  if (simulation === undefined) return undefined
  const { draws, seed, occasions, correlation, spreads, inPeriods } = simulation
  return {
    ...{ draws, seed, occasions },
    correlation: {
      'within-period': correlation.withinPeriod,
      'between-periods': correlation.betweenPeriods,
    },
    spreads: spreadsEntry(spreads, codeOf),
    'in-periods': unlessEmpty(inPeriods.map((own) => ({ period: own.period, ...spreadsEntry(own, codeOf) }))),
  }
}

function spreadsEntry({ rate, size }: PeriodSpreads, codeOf: CodeOf) {
  return {
    rate: { along: rate.along, shape: shapeEntry(rate.shape) },
    size: size.kind === 'claims' ? { claims: weightedEntries(size.claims, codeOf) } : shapeEntry(size),
  }
}

function shapeEntry(shape: Shape) {
  if (shape.kind === 'uniform') return shape.kind
  return shape.kind === 'pert' ? { pert: shape.mode } : { triangular: shape.mode }
}

function weightedEntries(claims: readonly WeightedClaim[], codeOf: CodeOf) {
  return claims.map(({ claim, weight }) => ({ claim: codeOf(claim), weight }))
}
