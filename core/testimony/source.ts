import type { SourceId, Words } from '@corroborate/base'

/** A person, document, item of media or physical thing that information comes from. */
export interface Source {
  readonly id: SourceId
  /** Short and public: a witness's pseudonym code, a document's short name. Unique in its investigation. */
  readonly code: string
  readonly kind: 'witness' | 'document' | 'media' | 'physical'
  readonly role: SourceRole
  /** What it is called where it may be shown: a pseudonym for a witness, a title for a document. Never a sealed name. */
  readonly title: Words
  /** Reliability of the source and credibility of its information, rated apart; F and 6 mean: cannot be judged. */
  readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
  readonly credibility: 1 | 2 | 3 | 4 | 5 | 6
}

export type SourceRole =
  | 'former-detainee'
  | 'former-guard'
  | 'former-official'
  | 'judge'
  | 'lawyer'
  | 'doctor'
  | 'relative'
  | 'expert'
  | 'report'
  | 'press'
  | 'government'
  | 'recording'
  | 'other'

/**
 * One source depends on another. `told-by`, `derived-from` and `same-recording` make them one origin;
 * `same-household` and `joint-interview` make them possibly dependent, and a person decides.
 */
export interface OriginLink {
  readonly from: SourceId
  readonly to: SourceId
  readonly kind: 'told-by' | 'derived-from' | 'same-recording' | 'same-household' | 'joint-interview'
  /** Only the two kinds that a person decides can be anything but `dependent`. Undecided counts as dependent. */
  readonly decision: 'dependent' | 'independent' | 'undecided'
  readonly reason: string | null
}
