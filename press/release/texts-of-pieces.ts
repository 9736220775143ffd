import type { OutputPart, OutputText } from '@corroborate/disclosure'
import type { Entry, Line, Piece, Table } from '../content.ts'

/** Where a run of pieces stands: a part of the output, and an anchor in it. */
interface Under {
  readonly part: OutputPart
  readonly at: string
}

/** Every text among pieces, seen or unseen: rows of tables, captions, labels of links, words in drawings, entries with their bodies. */
export function textsOfPieces(pieces: readonly Piece[], under: Under): readonly OutputText[] {
  return pieces.flatMap((piece) => textsOfPiece(piece, under))
}

export function textIn(text: string, { part, at }: Under): readonly OutputText[] {
  return text.trim() === '' ? [] : [{ place: { part, at }, text }]
}

/** The letters in a drawing, and what it says of itself to who cannot see it. */
export function textsOfDrawing(svg: string, at: string): readonly OutputText[] {
  const labels = [...svg.matchAll(/aria-label="([^"]*)"/g)].map(([, label = '']) => plain(label)).join('\n')
  return [
    ...textIn(plain(svg.replaceAll(/<[^>]*>/g, ' ')), { part: 'chart', at }),
    ...textIn(labels, { part: 'alternative-text', at }),
  ]
}

export function textsOfTable({ caption, columns, rows }: Table, at: string): readonly OutputText[] {
  const cells = rows.flatMap((row) => row.cells.map(textOfLine))
  return textIn([caption, ...columns.map(({ title }) => title), ...cells].join('\n'), { part: 'table', at })
}

function textsOfPiece(piece: Piece, under: Under): readonly OutputText[] {
  switch (piece.kind) {
    case 'paragraph':
      return textIn(textOfLine(piece.line), under)
    case 'list':
      return piece.items.flatMap((item) => textIn(textOfLine(item), under))
    case 'heading':
      return textIn(piece.text, under)
    case 'quotation':
      return [...textIn(piece.text, under), ...textIn(textOfLine(piece.from), under)]
    case 'table':
      return textsOfTable(piece, under.at)
    case 'drawing':
      return [
        // Narrow and wide have the same words; only one of them can have lost some to its width.
        ...textsOfDrawing(piece.wide, piece.name),
        ...textIn(piece.caption, { part: 'alternative-text', at: piece.name }),
        ...(piece.numbers === null ? [] : textsOfTable(piece.numbers, piece.name)),
      ]
    case 'entries':
      return piece.entries.flatMap((entry) => textsOfEntry(entry, under))
  }
}

function textsOfEntry({ anchor, title, body, back }: Entry, under: Under): readonly OutputText[] {
  const within = { part: under.part, at: anchor ?? under.at }
  return [
    ...textIn(textOfLine(title), within),
    ...textsOfPieces(body, within),
    ...textIn(textOfLine(back), within),
  ]
}

function textOfLine(line: Line): string {
  return line
    .map((inline) => inline.text + (inline.kind === 'link' && inline.label ? ` ${inline.label}` : ''))
    .join('')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function plain(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
}
