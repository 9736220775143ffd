import { directionOf, type Json } from '@corroborate/base'
import type { ResolvedReport } from '@corroborate/report'
import { say } from '@corroborate/words'
import { drawingsIn, type Entry, type Inline, type Line, type Piece, type Table } from '../content.ts'
import { isolated } from '../isolated.ts'
import {
  CLOSING,
  closingPieces,
  howToRead,
  type PrintedBlock,
  type PrintedReport,
} from '../printed-report.ts'

/** What the template `report.typ` reads: data only. `drawings` are the files that its images name. */
export interface TypstData {
  readonly data: Json
  readonly drawings: ReadonlyMap<string, string>
}

export function typstData(printed: PrintedReport, resolved: ResolvedReport): TypstData {
  const { locale } = printed
  const [year, month, day] = resolved.dated.split('-').map(Number)
  return {
    data: {
      ...{ locale, direction: printed.direction, title: printed.title, subtitle: printed.subtitle },
      ...{ authors: printed.authors, authorNames: resolved.authors, dated: printed.dated },
      ...{ notice: printed.notice, nature: printed.nature, natureApart: printed.natureApart },
      date: { year: year ?? 1, month: month ?? 1, day: day ?? 1 },
      howToRead: howToRead(printed),
      contentsTitle: say(locale, 'press.contents'),
      blocks: printed.blocks.map((block) => blockData(block, printed)),
      closing: closingData(printed),
    },
    drawings: new Map([
      ...printed.blocks.flatMap((block): readonly [string, string][] =>
        block.kind === 'chart' ? [[drawingName(block.anchor), block.wide]] : [],
      ),
      ...drawingsIn([
        ...printed.blocks.flatMap((block) => (block.kind === 'computed' ? block.pieces : [])),
        ...closingPieces(printed, 'notes'),
      ]).map(({ name, wide }): [string, string] => [drawingName(name), wide]),
    ]),
  }
}

function drawingName(anchor: string): string {
  return `${anchor}.svg`
}

function blockData(block: PrintedBlock, printed: PrintedReport): Json {
  switch (block.kind) {
    case 'heading':
      return { ...block }
    case 'paragraph':
      return {
        kind: block.kind,
        sentences: block.sentences.map((sentence) => ({
          anchor: sentence.anchor,
          own: sentence.own,
          parts: sentence.parts.map((part) =>
            part.kind === 'figure' ? { ...part, text: isolated(printed.direction, part.text) } : { ...part },
          ),
          markers: sentence.markers.map((marker) => ({
            ...marker,
            number: isolated(printed.direction, marker.number),
          })),
        })),
      }
    case 'chart':
      return {
        ...{ kind: block.kind, anchor: block.anchor, caption: block.caption, alt: block.label },
        file: drawingName(block.anchor),
      }
    case 'computed':
      return {
        ...{ kind: block.kind, anchor: block.anchor, level: block.level },
        pieces: piecesData(block.pieces, printed),
      }
  }
}

function closingData(printed: PrintedReport): Json {
  const section = (name: keyof typeof CLOSING, pieces: readonly Piece[]): Json => ({
    anchor: CLOSING[name],
    title: say(printed.locale, `press.closing.${name}`),
    about: say(printed.locale, `press.closing.${name}.about`),
    pieces: piecesData(pieces, printed),
  })
  return [
    section('notes', closingPieces(printed, 'notes')),
    section('claims', closingPieces(printed, 'claims')),
    ...(printed.sources === null ? [] : [section('sources', printed.sources)]),
  ]
}

function piecesData(pieces: readonly Piece[], printed: PrintedReport): Json {
  return pieces.map((piece) => pieceData(piece, printed))
}

function pieceData(piece: Piece, printed: PrintedReport): Json {
  const line = (each: Line) => lineData(each, printed)
  switch (piece.kind) {
    case 'paragraph':
      return { kind: piece.kind, quiet: piece.quiet, line: line(piece.line) }
    case 'list':
      return { kind: piece.kind, items: piece.items.map(line) }
    case 'heading':
      return { ...piece }
    case 'quotation':
      return { ...piece, direction: directionOf(piece.language), from: line(piece.from) }
    case 'table':
      return tableData(piece, printed)
    case 'drawing':
      return {
        ...{ kind: piece.kind, file: drawingName(piece.name), caption: piece.caption },
        alt: say(printed.locale, 'press.drawing.alt', { caption: piece.caption }),
        numbers: piece.numbers === null ? null : tableData(piece.numbers, printed),
      }
    case 'entries':
      return { kind: piece.kind, entries: piece.entries.map((entry) => entryData(entry, printed)) }
  }
}

function tableData(table: Table, printed: PrintedReport): Json {
  return {
    ...{ kind: table.kind, caption: table.caption, columns: table.columns.map((column) => ({ ...column })) },
    rows: table.rows.map(({ cells, tone, anchor }) => ({
      ...{ tone, anchor },
      cells: cells.map((line) => lineData(line, printed)),
    })),
  }
}

function entryData(entry: Entry, printed: PrintedReport): Json {
  return {
    ...{ anchor: entry.anchor, number: entry.number, tone: entry.tone },
    title: lineData(entry.title, printed),
    body: piecesData(entry.body, printed),
    back: lineData(entry.back, printed),
  }
}

function lineData(line: Line, printed: PrintedReport): Json {
  return line.map((inline) => inlineData(inline, printed))
}

function inlineData(inline: Inline, printed: PrintedReport): Json {
  const { kind, text } = inline
  if (inline.kind === 'link')
    return { kind, isolated: isolated(printed.direction, text), to: printed.anchorOf(inline.to) }
  if (inline.kind === 'formula')
    return { kind, isolated: printed.direction === 'rtl' ? `\u2066${text}\u2069` : text }
  return inline.kind === 'code' ? { kind, isolated: isolated(printed.direction, text) } : { kind, text }
}
