import type { VerifierKey } from './verifier-key.ts'

/** Who must have cosigned: nobody, one witness, or at least so many of a group, whose members may be groups again. */
export type Quorum =
  | { readonly kind: 'none' }
  | { readonly kind: 'witness'; readonly name: string; readonly key: VerifierKey }
  | {
      readonly kind: 'group'
      readonly name: string
      readonly atLeast: number
      readonly members: readonly Quorum[]
    }

/** Whether the witnesses who cosigned are enough. */
export function isReached(quorum: Quorum, cosigners: readonly VerifierKey[]): boolean {
  switch (quorum.kind) {
    case 'none':
      return true
    case 'witness':
      return cosigners.includes(quorum.key)
    case 'group':
      return quorum.members.filter((member) => isReached(member, cosigners)).length >= quorum.atLeast
  }
}

/** The quorum as a sentence has it: `2 of (a, b, c)`. */
export function shownQuorum(quorum: Quorum): string {
  if (quorum.kind !== 'group') return quorum.kind === 'none' ? 'nobody' : quorum.name
  return `${quorum.atLeast} of (${quorum.members.map(shownQuorum).join(', ')})`
}
