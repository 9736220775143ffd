import type { ClaimId, EstimateId, FindingId } from '@corroborate/base'
import type { ResolvedBlock, ResolvedSentence } from '@corroborate/report'
import type { Target } from '../content.ts'

/** What a note is about. */
export type Ground =
  | { readonly kind: 'finding'; readonly id: FindingId }
  | { readonly kind: 'claim'; readonly id: ClaimId }
  | { readonly kind: 'estimate'; readonly id: EstimateId }

export function sameGround(a: Ground, b: Ground): boolean {
  return a.kind === b.kind && a.id === b.id
}

export function sentencesIn(blocks: readonly ResolvedBlock[]): readonly ResolvedSentence[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
}

/** What carries a sentence: its own grounds, then what its figures point to, each once. */
export function groundsOf(sentence: ResolvedSentence): readonly Ground[] {
  const figures = sentence.parts.flatMap((part) =>
    part.kind === 'figure' && part.from !== null ? [part.from] : [],
  )
  return distinct([...sentence.grounds, ...figures])
}

/** Findings and estimates that the computed parts point at have notes too; claims have a place of their own. */
export function groundsPointedAt(targets: readonly Target[]): readonly Ground[] {
  return distinct(
    targets.flatMap((target) => (target.kind === 'finding' || target.kind === 'estimate' ? [target] : [])),
  )
}

/** Each ground once, where it first stood. */
export function distinct(grounds: readonly Ground[]): readonly Ground[] {
  const seen = new Set<string>()
  return grounds.filter((ground) => {
    const key = `${ground.kind} ${ground.id}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
