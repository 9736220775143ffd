/**
 * One claim changes in an investigation of 10,000 claims under 1,000 findings: the standings of the findings that rest on it, and what
 * would be left without its source, in less than 50 ms by the clock at the 95th percentile of 200 changes. Contradictions are looked for
 * again among the claims of its topic. Run by `npm run bench -- findings`.
 */
import { diceFrom, newId, type Id } from '@corroborate/base'
import { findContradictions, lineageOf, type Basis, type Claim } from '@corroborate/claims'
import { standingsOf, USUAL_THRESHOLDS, withoutSources, type Finding } from '@corroborate/findings'
import { against, percentile } from '../measure.ts'

const [CLAIMS, FINDINGS, SOURCES, TOPICS, CHANGES, AIM] = [10_000, 1_000, 500, 200, 200, 50]
const dice = diceFrom('changed claim')
const idOf = <Kind extends string>(at: number): Id<Kind> =>
  newId({
    at: 1_700_000_000_000 + at,
    random: Uint8Array.from({ length: 10 }, (_, byte) => (at * 31 + byte) & 0xff),
  })

const sources = Array.from({ length: SOURCES }, (_, at) => ({
  ...{ id: idOf<'source'>(at), code: `W${at}`, kind: 'witness' as const, role: 'other' as const },
  ...{ title: { en: `W${at}` }, reliability: 'F' as const, credibility: 6 as const },
}))
const lineage = lineageOf(
  sources,
  sources.flatMap(({ id }, at) => {
    const to = anyOf(sources)
    return at % 5 === 0
      ? [{ from: id, to: to.id, kind: 'derived-from' as const, decision: 'dependent' as const, reason: null }]
      : []
  }),
)
const BASES = ['saw', 'heard', 'told-by-unnamed', 'document'] as const satisfies readonly Basis['kind'][]
const claims = Array.from({ length: CLAIMS }, (_, at) => claimNumber(at))
const findings = Array.from({ length: FINDINGS }, (_, at) => findingNumber(at))
const byClaim = new Map<string, Finding[]>()
for (const finding of findings)
  for (const id of finding.claimsFor) byClaim.set(id, [...(byClaim.get(id) ?? []), finding])

const held = new Map(claims.map((claim) => [claim.id, claim]))
const standing: number[] = []
const without: number[] = []
for (let change = 0; change < CHANGES; change++) {
  const claim = anyOf(claims)
  const changed: Claim = {
    ...claim,
    basis: { ...claim.basis, kind: dice.pick(BASES) },
    polarity: dice.pick(['affirmed', 'denied']),
  }
  const began = performance.now()
  held.set(changed.id, changed)
  const evidence = { claims: held, lineage, thresholds: USUAL_THRESHOLDS }
  standingsOf(byClaim.get(changed.id) ?? [], evidence)
  const topic = claims.flatMap(({ id, topic: of }) => (of === changed.topic ? (held.get(id) ?? []) : []))
  findContradictions({ claims: topic, lineage, resolutions: [], places: [] })
  standing.push(performance.now() - began)
  const asked = performance.now()
  withoutSources([changed.source], { evidence, findings, figures: [] })
  without.push(performance.now() - asked)
}
const p95 = percentile(standing, 0.95)
console.log(
  JSON.stringify({
    bench: 'changed-claim',
    claims: CLAIMS,
    findings: FINDINGS,
    p95,
    p50: percentile(standing, 0.5),
    withoutP95: percentile(without, 0.95),
  }),
)
console.log(
  `Standings and contradictions after a changed claim: ${against(AIM, p95, 'ms')} at the 95th percentile of ${CHANGES}.`,
)
console.log(
  `What is left without its source, over all findings: ${against(AIM, percentile(without, 0.95), 'ms')} at the 95th percentile.`,
)
process.exitCode = p95 < AIM ? 0 : 1

function anyOf<Value>(values: readonly Value[]): Value {
  const value = values[dice.whole(0, values.length - 1)]
  if (value === undefined) throw new Error('none to pick from')
  return value
}

function claimNumber(at: number): Claim {
  const min = dice.whole(1, 40)
  return {
    ...{
      id: idOf<'claim'>(at),
      code: `C${at}`,
      source: anyOf(sources).id,
      passages: [idOf<'passage'>(at)],
    },
    ...{
      mode: 'state',
      topic: `topic-${at % TOPICS}`,
      proposition: { en: '' },
      roles: [],
      when: null,
      place: null,
    },
    quantity: {
      min,
      max: min + dice.whole(0, 20),
      best: null,
      said: '',
      unit: 'people',
      how: 'estimated',
      per: 'all',
    },
    ...{ pattern: null, basis: { kind: dice.pick(BASES), chain: [], vantage: null }, certainty: 'certain' },
    ...{ polarity: 'affirmed', coder: 'bench', secondCoder: null, status: 'accepted' },
  }
}

function findingNumber(at: number): Finding {
  return {
    ...{
      id: idOf<'finding'>(at),
      code: `F${at}`,
      kind: { kind: 'state' },
      proposition: { en: '' },
      claimsAgainst: [],
    },
    claimsFor: Array.from({ length: 10 }, () => anyOf(claims).id),
    ...{ standardOfProof: null, reasons: null, signer: null, version: 1, elements: [] },
  }
}
