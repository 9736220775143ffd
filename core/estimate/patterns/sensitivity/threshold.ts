/** A figure, and the side of it that somebody says the number is on. */
export interface Threshold {
  readonly side: 'under' | 'over'
  readonly people: number
}
