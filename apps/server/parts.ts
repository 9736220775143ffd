import type { Desk, Memory, PresentMember, Signing } from '@corroborate/casework'
import type { Quorum } from '@corroborate/ledger'
import type { ExhibitFiles } from '@corroborate/vault'
import type { Origin } from './same-origin.ts'
import type { Authority } from './time-stamps/ask-authorities.ts'
import type { ServedFolder } from './static-files.ts'

/** What the server is made from. Clock and dice are told, so that tests can turn them. */
export interface Parts extends Pick<Desk, 'store' | 'clock' | 'random' | 'software'> {
  readonly memory: Memory
  readonly origin: Origin
  /** What signs the ledger; null where another process does, or nobody. */
  readonly signing: Signing | null
  /** Who stamps the head that a package shows; none, and then nothing calls out. */
  readonly authorities: readonly Authority[]
  /** Whose cosignatures are asked for; null where nobody's are. */
  readonly quorum: Quorum | null
  /** Where the files of exhibits lie; null where none are kept. */
  readonly files: ExhibitFiles | null
  /** The built desk; empty when it was not built. */
  readonly deskFiles: ServedFolder
  /** The style of the pages that need no script, and the fonts and styles of printed reports. */
  readonly publicFiles: ServedFolder
  /** Told of every error that is ours. What it is told may name ids, never content. */
  readonly report: (error: unknown) => void
}

/** What a request carries on its way through the routes: who asks. */
export interface SignedIn {
  Variables: { member: PresentMember }
}

/** The desk at which whoever asks stands; of nobody, where they are not signed in. */
export function deskOf(parts: Parts, asking: PresentMember | null): Desk & { readonly memory: Memory } {
  const { store, clock, random, software, memory } = parts
  const { id: member, provedAt } = asking ?? { id: null, provedAt: 0 }
  return { store, clock, random, software, memory, member, provedAt }
}
