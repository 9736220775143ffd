/** The part of npm `edtf` 4.11.1 that we use: its parser. The package ships no types. */
declare module 'edtf' {
  /** One node of the parse; `values` are numbers of a date (its month from 0), or the nodes inside it. */
  export interface EdtfNode {
    readonly type?: string
    readonly values: readonly unknown[]
    readonly unspecified?: number
    readonly uncertain?: boolean | number
    readonly approximate?: boolean | number
    readonly significant?: number
    readonly earlier?: boolean
    readonly later?: boolean
  }
  /** Throws on a text that is not EDTF. */
  export function parse(
    text: string,
    constraints?: { readonly seasonIntervals?: boolean; readonly seasonUncertainty?: boolean },
  ): EdtfNode
}
