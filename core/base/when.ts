/** A calendar day, `2013-05-02`. */
export type Day = string

/**
 * A time as uncertain as it was said: the EDTF text, the speaker's own words, and two bounds.
 * A bound is null when it is open or unknown; the two are kept apart because one may be known and the other not.
 */
export interface When {
  readonly edtf: string
  readonly said: string | null
  readonly earliest: Day | null
  readonly latest: Day | null
}
