/**
 * All standings of an investigation of 1,000,000 claims under 100,000 findings, in less than 2 seconds of processor time.
 * Run by `node bench/standings.bench.ts`. Prints one line of JSON and one sentence; exits 1 when the median of
 * its runs misses the aim. The claims of a finding lie anywhere in memory: that is the slow case, and the usual one.
 */
import { diceFrom, newId, type ClaimId, type Dice, type Id, type SourceId } from '@corroborate/base'
import { lineageOf, type Basis, type Claim } from '@corroborate/claims'
import { standingsOf, USUAL_THRESHOLDS, type Finding } from '@corroborate/findings'
import type { OriginLink, Source } from '@corroborate/testimony'

const [CLAIMS, FINDINGS, SOURCES, RUNS, AIM] = [1_000_000, 100_000, 10_000, 5, 2]
const dice = diceFrom('standings')

const sources = Array.from({ length: SOURCES }, (_, at) => sourceNumber(at))
const claims = Array.from({ length: CLAIMS }, (_, at) => claimNumber(at, dice))
const findings = Array.from({ length: FINDINGS }, (_, at) => findingNumber(at, dice))
const evidence = {
  claims: new Map(claims.map((claim) => [claim.id, claim])),
  lineage: lineageOf(sources, linksAmong(sources, dice)),
  thresholds: USUAL_THRESHOLDS,
}

const runs = Array.from({ length: RUNS }, () => {
  const before = process.cpuUsage()
  const standings = standingsOf(findings, evidence)
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, standings }
})
const seconds = runs.map((run) => run.seconds).sort((a, b) => a - b)
const [best = 0, median = 0, worst = 0] = [seconds[0], seconds[Math.floor(RUNS / 2)], seconds.at(-1)]
const kinds = Object.groupBy(runs[0]?.standings.values() ?? [], (standing) => standing.kind)
const memory = Math.round(process.memoryUsage.rss() / 2 ** 20)

console.log(
  JSON.stringify({
    bench: 'standings',
    claims: CLAIMS,
    findings: FINDINGS,
    cpuSeconds: { best, median, worst },
    memoryMiB: memory,
    standings: Object.fromEntries(Object.entries(kinds).map(([kind, all]) => [kind, all.length])),
  }),
)
console.log(
  `The standings of ${CLAIMS} claims under ${FINDINGS} findings took ${median.toFixed(2)} s of processor time ` +
    `(median of ${RUNS} runs, ${best.toFixed(2)} to ${worst.toFixed(2)} s), with ${memory} MiB in memory for everything; the aim is under ${AIM} s.`,
)
process.exitCode = median < AIM ? 0 : 1

/** Ids in the order of their making, as the store gives them. */
function idNumber<Kind extends string>(at: number): Id<Kind> {
  const random = Uint8Array.from({ length: 10 }, (_, byte) => (at * 2654435761 + byte * 40503) & 0xff)
  return newId({ at: 1_700_000_000_000 + at, random })
}

function sourceNumber(at: number): Source {
  const id = idNumber<'source'>(at)
  const plain = { kind: 'witness', role: 'former-detainee', reliability: 'F', credibility: 6 } as const
  return { ...plain, id, code: `W${at}`, title: { en: `W${at}` } }
}

/** One source in five depends on another, in every way there is; one in fifty on two, so that origins cannot be counted. */
function linksAmong(all: readonly Source[], throws: Dice): readonly OriginLink[] {
  const kinds = ['told-by', 'derived-from', 'same-recording', 'same-household', 'joint-interview'] as const
  const somebody = () => all[throws.whole(0, all.length - 1)]?.id
  return all.flatMap(({ id }, at) => {
    const links = at % 50 === 0 ? 2 : at % 5 === 0 ? 1 : 0
    return Array.from({ length: links }, (): OriginLink[] => {
      const to = somebody()
      const kind = links === 2 ? 'derived-from' : throws.pick(kinds)
      return to === undefined ? [] : [{ from: id, to, kind, decision: 'undecided', reason: null }]
    }).flat()
  })
}

function claimNumber(at: number, throws: Dice): Claim {
  const kind = throws.pick<Basis['kind']>([
    'saw',
    'took-part',
    'heard',
    'told-by',
    'told-by-unnamed',
    'document',
    'inferred',
  ])
  const informant = sources[throws.whole(0, SOURCES - 1)]
  const chain: readonly SourceId[] = kind === 'told-by' && informant ? [informant.id] : []
  const basis: Basis = { kind, chain, vantage: null }
  return {
    id: idNumber<'claim'>(at),
    code: `C${at}`,
    source: sources[throws.whole(0, SOURCES - 1)]?.id ?? idNumber<'source'>(0),
    passages: [idNumber<'passage'>(at)],
    mode: 'incident',
    topic: `topic-${at % 1000}`,
    proposition: { en: '' },
    roles: [],
    when: null,
    place: null,
    quantity: null,
    pattern: null,
    basis,
    certainty: 'certain',
    polarity: throws.next() < 0.02 ? 'does-not-know' : 'affirmed',
    coder: 'bench',
    secondCoder: null,
    status: 'accepted',
  }
}

/** Ten claims from anywhere, so that memory is read as it is in life; one finding in ten has a contrary claim. */
function findingNumber(at: number, throws: Dice): Finding {
  const any = (): ClaimId[] => {
    const claim = claims[throws.whole(0, CLAIMS - 1)]
    return claim ? [claim.id] : []
  }
  const contrary = at % 10 === 0 ? any().map((claim) => ({ claim, dismissed: null })) : []
  return {
    id: idNumber<'finding'>(at),
    code: `F${at}`,
    kind: { kind: 'incident' },
    proposition: { en: '' },
    claimsFor: Array.from({ length: CLAIMS / FINDINGS }, any).flat(),
    claimsAgainst: contrary,
    standardOfProof: null,
    reasons: null,
    signer: null,
    version: 1,
    elements: [],
  }
}
