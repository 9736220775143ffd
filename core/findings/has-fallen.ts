import type { Standing } from './standing.ts'

/**
 * Whether a finding stands lower than before. A contrary account at first hand that nobody has answered puts it below
 * everything that carries it. An attribution falls when nothing carries it any more, or when what was said stands lower.
 */
export function hasFallen(before: Standing, after: Standing): boolean {
  return heightOf(after) < heightOf(before)
}

function heightOf(standing: Standing): number {
  switch (standing.kind) {
    case 'unsupported':
      return 0
    case 'contradicted':
      return 1
    case 'secondary-only':
      return 2
    case 'uncorroborated':
      return 3
    case 'corroborated':
      return 4
    case 'strongly-corroborated':
      return 5
    case 'attributed':
      return 6 + heightOf(standing.beneath)
  }
}
