import type { Words } from '@corroborate/base'
import type { Contradiction } from '@corroborate/claims'
import { canBeSigned, type Finding, type Standing } from '@corroborate/findings'
import type { Assessment } from './assessment.ts'
import { typedNumbers, type Fault } from './breaches-of-sentence.ts'
import { looseNumbersInProposition } from './loose-numbers.ts'
import type { Registers } from './registers.ts'

/** The laws that one finding breaks, whatever cites it. */
export function faultsOfFinding(
  finding: Finding,
  computed: Pick<Assessment, 'standings' | 'contradictions'>,
  { claims }: Registers,
): readonly Fault[] {
  const cited = [...finding.claimsFor, ...finding.claimsAgainst.map((contrary) => contrary.claim)]
  const lost = cited.filter((claim) => !claims.has(claim)).length
  return [
    ...numbersTyped(finding),
    ...(finding.claimsFor.length > 0 ? [] : [fault('finding-without-claims', 'No claim carries it.')]),
    ...(lost === 0
      ? []
      : [
          fault(
            'unresolved-reference',
            `It cites ${lost} claim${lost === 1 ? '' : 's'} that ${lost === 1 ? 'is' : 'are'} not there.`,
          ),
        ]),
    ...(finding.signer === null
      ? []
      : [
          ...signedBelow(finding, computed.standings.get(finding.id)?.standing),
          ...unanswered(finding, computed.contradictions, claims),
        ]),
  ]
}

/** What it holds is printed beside every sentence that cites it: a number in it would be a figure that points to nothing. */
function numbersTyped({ proposition, kind }: Finding): readonly Fault[] {
  const held = kind.kind === 'attribution' ? [proposition, kind.beneath] : [proposition]
  return held.flatMap((words) => numbersTypedIn(words))
}

/** Loose numbers of words that name what is held or asked, in every language they are written in. */
export function numbersTypedIn(words: Words): readonly Fault[] {
  return [words.en ?? '', words.ar ?? ''].flatMap((text) =>
    typedNumbers(text, looseNumbersInProposition(text)),
  )
}

/** The rule itself is the findings' own (`canBeSigned`): here it is held against what has been signed. */
function signedBelow(finding: Finding, standing: Standing | undefined): readonly Fault[] {
  const signable = standing && canBeSigned(finding, standing)
  return signable === undefined || signable.ok
    ? []
    : [fault('signed-below-standing', `It is signed, but ${signable.detail}.`)]
}

/** Open contradictions between a claim that the finding cites and another; one that the finding set aside is answered. */
function unanswered(
  finding: Finding,
  contradictions: readonly Contradiction[],
  claims: Registers['claims'],
): readonly Fault[] {
  const setAside = new Set(
    finding.claimsAgainst.filter((contrary) => contrary.dismissed !== null).map((contrary) => contrary.claim),
  )
  const cited = new Set([
    ...finding.claimsFor,
    ...finding.claimsAgainst.map((contrary) => contrary.claim).filter((claim) => !setAside.has(claim)),
  ])
  return contradictions
    .filter(({ resolution }) => resolution === null)
    .filter(({ first, second }) => cited.has(first) || cited.has(second))
    .filter(({ first, second }) => !setAside.has(first) && !setAside.has(second))
    .map(({ first, second, about }) => {
      const codes = [first, second].map((claim) => claims.get(claim)?.code ?? claim).join(' and ')
      return fault(
        'contradiction-unanswered',
        `It is signed while ${codes} contradict each other (${about}), and nobody has decided.`,
      )
    })
}

function fault(law: Fault['law'], detail: string): Fault {
  return { law, detail }
}
