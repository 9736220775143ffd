import type { ClaimId, EstimateId, FindingId, SourceId } from '@corroborate/base'

/**
 * What is printed, before it is a page or a PDF: both are made from this, so that neither can say what the other does not.
 * Plain data: no markup of any kind is in it, and whoever renders it escapes every text.
 */
export type Piece =
  | { readonly kind: 'paragraph'; readonly line: Line; readonly quiet: boolean }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'quotation'
      readonly text: string
      /** BCP 47, of the words quoted. */
      readonly language: string
      readonly from: Line
    }
  | Table
  | Drawing
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }

export interface Table {
  readonly kind: 'table'
  readonly caption: string
  /** `share`: of the width that the numbers leave; 0 for as much as it needs. */
  readonly columns: readonly { readonly title: string; readonly numeric: boolean; readonly share: number }[]
  readonly rows: readonly Row[]
}

/** A chart among the pieces. */
export interface Drawing {
  readonly kind: 'drawing'
  /** Unique among the charts of a print; the name of its file where it has one. */
  readonly name: string
  /** SVG whose label has all its numbers in words. */
  readonly wide: string
  readonly narrow: string
  readonly caption: string
  /** Null where they stand in a table of their own among the pieces. */
  readonly numbers: Table | null
}

export interface Row {
  /** As many as there are columns; the first one heads the row. One alone, in a row of tone `group`, heads those below. */
  readonly cells: readonly Line[]
  readonly tone: 'plain' | 'group' | 'total' | 'contrary'
  readonly anchor: string | null
}

/** A numbered or named thing that is pointed at: a note, a claim, a contradiction. */
export interface Entry {
  readonly anchor: string | null
  readonly number: string | null
  readonly title: Line
  readonly tone: 'plain' | 'contrary'
  readonly body: readonly Piece[]
  /** The way back to where it is cited. */
  readonly back: Line
}

export type Line = readonly Inline[]

export type Inline =
  | { readonly kind: 'words' | 'strong' | 'number' | 'code' | 'formula'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: Target; readonly label: string | null }

/** What a link points at; each kind of print decides where that stands, or that it is not there. */
export type Target =
  | { readonly kind: 'claim'; readonly id: ClaimId }
  | { readonly kind: 'finding'; readonly id: FindingId }
  | { readonly kind: 'estimate'; readonly id: EstimateId }
  | { readonly kind: 'source'; readonly id: SourceId }
  | { readonly kind: 'anchor'; readonly anchor: string }

export function words(text: string): Inline {
  return { kind: 'words', text }
}

export function strong(text: string): Inline {
  return { kind: 'strong', text }
}

export function number(text: string): Inline {
  return { kind: 'number', text }
}

export function code(text: string): Inline {
  return { kind: 'code', text }
}

export function link(text: string, to: Target, label: string | null = null): Inline {
  return { kind: 'link', text, to, label }
}

export function paragraph(...line: Line): Piece {
  return { kind: 'paragraph', line, quiet: false }
}

export function quiet(...line: Line): Piece {
  return { kind: 'paragraph', line, quiet: true }
}

/** "Label: value", the label in words of the catalogue. */
export function labelled(label: string, ...line: Line): Line {
  return [words(`${label}: `), ...line]
}

/** Lines with the language's comma between them. */
export function listed(lines: readonly Line[], comma: string): Line {
  return lines.flatMap((line, at) => (at === 0 ? line : [words(comma), ...line]))
}

/** Everything that the pieces point at, in the order in which they do. */
export function targetsIn(pieces: readonly Piece[]): readonly Target[] {
  return pieces.flatMap((piece) => linesIn(piece)).flatMap((line) => targetsOf(line))
}

export function targetsOf(line: Line): readonly Target[] {
  return line.flatMap((inline) => (inline.kind === 'link' ? [inline.to] : []))
}

/** Every chart among the pieces, those in entries too. */
export function drawingsIn(pieces: readonly Piece[]): readonly Drawing[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'entries') return piece.entries.flatMap((entry) => drawingsIn(entry.body))
    return piece.kind === 'drawing' ? [piece] : []
  })
}

function linesIn(piece: Piece): readonly Line[] {
  switch (piece.kind) {
    case 'paragraph':
      return [piece.line]
    case 'list':
      return piece.items
    case 'heading':
    case 'drawing':
      return []
    case 'quotation':
      return [piece.from]
    case 'table':
      return piece.rows.flatMap((row) => row.cells)
    case 'entries':
      return piece.entries.flatMap((entry) => [
        entry.title,
        ...entry.body.flatMap((part) => linesIn(part)),
        entry.back,
      ])
  }
}
