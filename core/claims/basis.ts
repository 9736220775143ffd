import type { SourceId } from '@corroborate/base'

/** How the speaker knows. The first three are knowledge at first hand; `overheard` is of words about the event, not of the event. */
export interface Basis {
  readonly kind:
    | 'took-part'
    | 'saw'
    | 'heard'
    | 'overheard'
    | 'told-by'
    | 'told-by-unnamed'
    | 'common-knowledge'
    | 'inferred'
    | 'document'
    | 'expert'
  /** Who told the speaker, nearest first, as far as these are sources of the investigation. */
  readonly chain: readonly SourceId[]
  /** From where: "from the corridor window". */
  readonly vantage: string | null
}
