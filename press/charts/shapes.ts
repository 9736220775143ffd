/** Text at the beginning or end of its row, in the direction of the language. */
export interface Letters {
  readonly y: number
  readonly text: string
  readonly side: 'start' | 'end'
  readonly size: number
  readonly bold: boolean
  readonly fill: string
  /** Pixels further in from its side. */
  readonly indent?: number
}

/** A bar from one value to another. */
export interface Bar {
  readonly y: number
  readonly height: number
  readonly from: number
  readonly to: number
  readonly fill: string
  readonly stroke: string
  /** Without grid lines behind it. */
  readonly bare?: boolean
}

/** A line at one value, through one row. */
export interface Guide {
  readonly at: number
  readonly y1: number
  readonly y2: number
  readonly stroke: string
  readonly dashed: boolean
}

export interface Dot {
  readonly at: number
  readonly y: number
  readonly radius: number
  readonly fill: string
  readonly stroke: string
}

/** A line through points, or the ground between it and `down`. */
export interface Curve {
  readonly points: readonly { readonly at: number; readonly y: number }[]
  readonly stroke: string
  readonly dashed: boolean
  readonly width: number
  /** A filled ground down to this y, with a hairline around it. */
  readonly ground?: { readonly down: number; readonly fill: string }
}

export interface Shapes {
  readonly letters: readonly Letters[]
  /** Behind everything, without a stroke of their own. */
  readonly bands: readonly Bar[]
  readonly bars: readonly Bar[]
  /** Where grid lines stand besides those behind bars. */
  readonly grids: readonly { readonly y: number; readonly height: number }[]
  readonly guides: readonly Guide[]
  readonly curves: readonly Curve[]
  readonly dots: readonly Dot[]
}

/** A row of a chart: its height, and what it draws when its top stands at `y`. */
export interface Section {
  readonly height: number
  readonly draw: (y: number) => Partial<Shapes>
}
