import { ok, refuse, type Outcome } from '@corroborate/base'
import type { Finding } from './finding.ts'
import type { Standing } from './standing.ts'

/**
 * Whether a named person may sign a finding. The machine stops only what no judgement can mend: nothing beneath it,
 * secondary information alone, or a contrary account at first hand that nobody has answered. Everything else is for the
 * signer. An attribution holds only that something was said, and can be signed once a claim carries it.
 * @see docs/methods/standing.md, rules C2 and C8
 */
export function canBeSigned(
  finding: Finding,
  standing: Standing,
): Outcome<Finding, 'unsupported' | 'secondary-only' | 'contradicted'> {
  switch (standing.kind) {
    case 'unsupported':
      return refuse('unsupported', `finding ${finding.code} has no claim that carries it`)
    case 'secondary-only':
      return refuse('secondary-only', `finding ${finding.code} rests on secondary information alone`)
    case 'contradicted':
      return refuse(
        'contradicted',
        `finding ${finding.code} has ${standing.by.length} contrary claims at first hand that nobody has answered`,
      )
    case 'attributed':
    case 'uncorroborated':
    case 'corroborated':
    case 'strongly-corroborated':
      return ok(finding)
  }
}
