import type { Convergence, LevelModel, LinkageModel } from '../scored.ts'
import { log2 } from './binary-logarithm.ts'
import { monotoneShares } from './monotone-ratios.ts'
import { levelsOfPattern, type PatternCounts } from './pattern-counts.ts'

/** A comparison as the model sees it: its levels, from the lowest. */
export interface ComparisonShape {
  readonly name: string
  readonly levels: readonly string[]
  /**
   * Shares that the lowest levels can have at most among records of one person, where reason says so before any record is seen; empty where it
   * does not.
   */
  readonly mostM: readonly number[]
}

/** Pairs of one blocking rule, from which the comparisons that do not read its keys are learned. */
export interface Session {
  readonly seen: PatternCounts
  /** For every comparison whether the rule's keys fix it, so that it says nothing here. */
  readonly fixed: readonly boolean[]
}

export interface ModelInput {
  readonly comparisons: readonly ComparisonShape[]
  readonly sessions: readonly Session[]
  /** All pairs there are: those of the blocks as they are, the others as a sample, weighted. */
  readonly population: PatternCounts
}

/** The most rounds of EM before it is said that it did not converge. */
const MOST_ROUNDS = 500
/**
 * The model stands still when, of any comparison, no more than this share of the pairs of one person (or of two) moves from one level to another in a round, and
 * the prior changes by no more of itself. A change relative to a share would wait for levels that hardly a pair reaches.
 */
const STILL = 1e-4
/** No level speaks against one person more than a thousandfold: any field may be wrong. */
const LEAST_RATIO = 1e-3
/** Nor among different people: about as rare as a million pairs can show. */
const LEAST_U = 1e-6

/** So many pairs as in general are added to what each session shows of different people. */
const SESSION_PRIOR = 100

interface Prepared {
  readonly digits: Int8Array
  readonly counts: Float64Array
  readonly fixed: readonly boolean[]
}

interface State {
  readonly m: number[][]
  readonly mostM: readonly (readonly number[])[]
  readonly u: number[][]
  /** u among the pairs of each session: who shares a given name mostly shares a sex too, one person or not. */
  readonly sessionU: number[][][]
  /** Weight of the prior in each session, in bits. */
  readonly shares: number[]
  prior: number
}

/**
 * The model of Fellegi and Sunter (1969) by expectation and maximisation (Dempster, Laird and Rubin 1977; Winkler 1988) on counts of
 * patterns. m is learned within the pairs of each blocking rule, from the comparisons its keys do not fix; u and the prior from all pairs
 * there are, weighted by how probably each is of two people. Levels rise in weight, "says nothing" weighs nothing, and no share falls under
 * its floor. Assumes that comparisons agree independently of each other within one person and within two.
 */
export function estimateModel(input: ModelInput): LinkageModel {
  const { comparisons } = input
  const radices = comparisons.map((comparison) => comparison.levels.length + 1)
  const nothingFixed = comparisons.map(() => false)
  const population = prepared(input.population, radices, nothingFixed)
  const sessions = input.sessions.map((session) => prepared(session.seen, radices, session.fixed))
  const state = firstState(comparisons, sessions, population)
  let convergence: Convergence = { kind: 'not-converged', rounds: MOST_ROUNDS, change: 1 }
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const change = Math.max(learnM(state, sessions), learnUAndPrior(state, population))
    convergence =
      change < STILL ? { kind: 'converged', rounds: round } : { kind: 'not-converged', rounds: round, change }
    if (change < STILL) break
  }
  // Once more, so that m is in order with the u that is shown beside it.
  state.m.splice(
    0,
    state.m.length,
    ...state.m.map((m, c) =>
      bounded(
        m.map((share) => share * 1e6),
        state.u[c] ?? [],
        state.mostM[c] ?? [],
      ),
    ),
  )
  return modelOf(input, state, convergence)
}

/**
 * The model again from what is known of matches otherwise: pairs by pattern, each counted as probably as it is of one person. Where lists are clean,
 * a record's rivals say more of that than the pattern alone.
 */
export function refitModel(
  model: LinkageModel,
  input: Pick<ModelInput, 'comparisons' | 'population'>,
  matches: PatternCounts,
): LinkageModel {
  const { comparisons } = input
  const radices = comparisons.map((comparison) => comparison.levels.length + 1)
  const nothingFixed = comparisons.map(() => false)
  const all = tallied(comparisons, prepared(input.population, radices, nothingFixed), () => 1)
  const same = tallied(comparisons, prepared(matches, radices, nothingFixed), () => 1)
  const u = all.map((row, c) =>
    floored(
      row.map((count, level) => Math.max(0, count - (same[c]?.[level] ?? 0))),
      LEAST_U,
    ),
  )
  const m = same.map((row, c) => bounded(row, u[c] ?? [], comparisons[c]?.mostM ?? []))
  const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0)
  const prior = Math.min(0.999, Math.max(1e-12, sum(matches.counts) / sum(input.population.counts)))
  return modelOf(input, { m, u, prior }, model.convergence)
}

function prepared(seen: PatternCounts, radices: readonly number[], fixed: readonly boolean[]): Prepared {
  const width = radices.length
  const digits = new Int8Array(seen.patterns.length * width)
  for (let n = 0; n < seen.patterns.length; n++) {
    digits.set(levelsOfPattern(seen.patterns[n] ?? 0, radices), n * width)
  }
  return { digits, counts: seen.counts, fixed }
}

function firstState(
  comparisons: readonly ComparisonShape[],
  sessions: readonly Prepared[],
  population: Prepared,
): State {
  const u = tallied(comparisons, population, () => 1).map((counts) => floored(counts, LEAST_U))
  const m = comparisons.map((comparison, c) => {
    // Eight in ten agree fully, and each lower level is half as frequent as the one above it.
    const guess = comparison.levels.map((_, level) => 1 / (1 << (comparison.levels.length - level)))
    guess[guess.length - 1] = 4 * guess.slice(0, -1).reduce((sum, share) => sum + share, 0)
    return monotoneShares(guess, u[c] ?? [])
  })
  return {
    m,
    u,
    mostM: comparisons.map(({ mostM }) => mostM),
    sessionU: sessions.map(() => u.map((row) => [...row])),
    shares: sessions.map(() => 0.1),
    prior: 1e-4,
  }
}

/** Sums, per comparison and level, of the pairs' counts times what `share` says of each pattern. */
function tallied(
  comparisons: readonly Pick<ComparisonShape, 'levels'>[],
  data: Prepared,
  share: (pattern: number) => number,
): number[][] {
  const sums = comparisons.map((comparison) => comparison.levels.map(() => 0))
  const width = comparisons.length
  for (let n = 0; n < data.counts.length; n++) {
    const weight = (data.counts[n] ?? 0) * share(n)
    for (let c = 0; c < width; c++) {
      const level = data.digits[n * width + c] ?? -1
      const row = sums[c]
      if (level >= 0 && row && data.fixed[c] !== true) row[level] = (row[level] ?? 0) + weight
    }
  }
  return sums
}

/** Shares of counts, none under the floor, summing to 1. */
function floored(counts: readonly number[], floor: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total <= 0) return counts.map(() => 1 / counts.length)
  const raised = counts.map((count) => Math.max(floor, count / total))
  const sum = raised.reduce((all, share) => all + share, 0)
  return raised.map((share) => share / sum)
}

/**
 * m from expected counts: half a match is spread over the levels as among different people, so that an unseen level says nothing
 * rather than everything; then monotone, then not under the floor. Each step keeps the ratios in order.
 */
function bounded(counts: readonly number[], u: readonly number[], mostM: readonly number[]): number[] {
  const shares = monotoneShares(
    counts.map((count, level) => count + 0.5 * (u[level] ?? 0)),
    u,
  )
  const raised = capped(shares, mostM).map((share, level) => Math.max(share, LEAST_RATIO * (u[level] ?? 0)))
  const sum = raised.reduce((all, share) => all + share, 0)
  return raised.map((share) => share / sum)
}

/** What the lowest levels have too much is spread over the others as they stand, which keeps their ratios in order. */
function capped(shares: readonly number[], most: readonly number[]): readonly number[] {
  const low = shares.map((share, level) => Math.min(share, most[level] ?? 1))
  const free = low.reduce((sum, share, level) => sum + (level < most.length ? 0 : share), 0)
  const taken = low.reduce((sum, share, level) => sum + (level < most.length ? share : 0), 0)
  return low.map((share, level) => (level < most.length || free <= 0 ? share : (share * (1 - taken)) / free))
}

/** Probability of every pattern to be one person, for the shares as they stand and a prior. Odds multiply; their logarithms are for showing. */
function probabilities(
  allM: readonly (readonly number[])[],
  allU: readonly (readonly number[])[],
  data: Prepared,
  prior: number,
): Float64Array {
  const ratios = allM.map((shares, c) => shares.map((m, level) => m / (allU[c]?.[level] ?? 1)))
  const width = ratios.length
  const base = prior / (1 - prior)
  const result = new Float64Array(data.counts.length)
  for (let n = 0; n < result.length; n++) {
    let odds = base
    for (let c = 0; c < width; c++) {
      const level = data.digits[n * width + c] ?? -1
      if (level >= 0 && data.fixed[c] !== true) odds *= ratios[c]?.[level] ?? 1
    }
    result[n] = odds / (1 + odds)
  }
  return result
}

/** One round for m and for what is a session's own; how much m moved. */
function learnM(state: State, sessions: readonly Prepared[]): number {
  const shapes = shapesOf(state.m)
  const sums = state.m.map((shares) => shares.map(() => 0))
  for (const [s, session] of sessions.entries()) {
    const u = state.sessionU[s] ?? state.u
    const p = probabilities(state.m, u, session, state.shares[s] ?? 0.1)
    const counts = tallied(shapes, session, (n) => p[n] ?? 0)
    const free = freeIn(session)
    for (const [c, row] of counts.entries()) {
      if (free < Math.min(IDENTIFIED, mostFree(sessions, c))) continue
      for (const [level, count] of row.entries()) addTo(sums[c], level, count)
    }
    state.shares[s] = shareOf(p, session.counts)
    const others = tallied(shapes, session, (n) => 1 - (p[n] ?? 0))
    state.sessionU[s] = others.map((row, c) => {
      const general = state.u[c] ?? []
      return floored(
        row.map((count, level) => count + SESSION_PRIOR * (general[level] ?? 0)),
        LEAST_U,
      )
    })
  }
  let change = 0
  for (const [c, row] of sums.entries()) {
    const total = row.reduce((sum, count) => sum + count, 0)
    // A comparison that no session can teach keeps the first guess.
    const next = bounded(total < 1 ? (state.m[c] ?? []) : row, state.u[c] ?? [], state.mostM[c] ?? [])
    change = Math.max(change, movedBy(state.m[c] ?? [], next))
    state.m[c] = next
  }
  return change
}

function shapesOf(shares: readonly (readonly number[])[]): readonly Pick<ComparisonShape, 'levels'>[] {
  return shares.map((levels) => ({ levels: levels.map(() => '') }))
}

/**
 * Two kinds of pairs can be told apart by three comparisons at least (Goodman 1974): a session that leaves fewer free teaches a
 * comparison only where no session leaves more.
 */
const IDENTIFIED = 3

function freeIn(session: Prepared): number {
  return session.fixed.filter((is) => !is).length
}

function mostFree(sessions: readonly Prepared[], c: number): number {
  return Math.max(0, ...sessions.filter(({ fixed }) => fixed[c] !== true).map(freeIn))
}

function addTo(row: number[] | undefined, level: number, count: number): void {
  if (row) row[level] = (row[level] ?? 0) + count
}

/** One round for u and the prior, over all pairs there are. */
function learnUAndPrior(state: State, population: Prepared): number {
  const shapes = shapesOf(state.u)
  const p = probabilities(state.m, state.u, population, state.prior)
  const counts = tallied(shapes, population, (n) => 1 - (p[n] ?? 0))
  let change = 0
  for (const [c, row] of counts.entries()) {
    const next = floored(row, LEAST_U)
    change = Math.max(change, movedBy(state.u[c] ?? [], next))
    state.u[c] = next
  }
  const prior = shareOf(p, population.counts)
  change = Math.max(change, Math.abs(prior - state.prior) / Math.max(prior, state.prior))
  state.prior = prior
  return change
}

/** The mean probability, kept off 0 and 1. */
function shareOf(p: Float64Array, counts: Float64Array): number {
  let matches = 0
  let all = 0
  for (let n = 0; n < counts.length; n++) {
    matches += (p[n] ?? 0) * (counts[n] ?? 0)
    all += counts[n] ?? 0
  }
  return Math.min(0.999, Math.max(1e-12, all > 0 ? matches / all : 0.1))
}

/** The share of pairs that are at another level than before. */
function movedBy(before: readonly number[], after: readonly number[]): number {
  let moved = 0
  for (const [n, value] of after.entries()) moved += Math.abs(value - (before[n] ?? 0))
  return moved / 2
}

function modelOf(
  { comparisons, population }: Pick<ModelInput, 'comparisons' | 'population'>,
  { m, u, prior }: Pick<State, 'm' | 'u' | 'prior'>,
  convergence: Convergence,
): LinkageModel {
  const radices = comparisons.map((comparison) => comparison.levels.length + 1)
  const everything = prepared(
    population,
    radices,
    comparisons.map(() => false),
  )
  const seen = tallied(comparisons, everything, () => 1)
  return {
    prior,
    convergence,
    comparisons: comparisons.map(({ name, levels }, c) => ({
      name,
      levels: levels.map((level, n): LevelModel => {
        const [mShare, uShare] = [m[c]?.[n] ?? 0, u[c]?.[n] ?? 0]
        return { level, m: mShare, u: uShare, weight: log2(mShare / uShare), seen: seen[c]?.[n] ?? 0 }
      }),
    })),
  }
}
