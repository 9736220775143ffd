import { directionOf, type Locale } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Drawing, Entry, Inline, Line, Piece, Row, Table, Target } from '../content.ts'
import { drawing, markup, NOTHING, when, type Markup } from './markup.ts'

/** How pieces stand on their page. */
export interface Setting {
  /** The address of what a link points at; null prints its words alone. */
  readonly href: (target: Target) => string | null
  /** Of the headings in the pieces: one below the heading that they stand under. */
  readonly level: number
  readonly locale: Locale
}

export function piecesMarkup(pieces: readonly Piece[], setting: Setting): readonly Markup[] {
  return pieces.map((piece) => pieceMarkup(piece, setting))
}

function pieceMarkup(piece: Piece, setting: Setting): Markup {
  switch (piece.kind) {
    case 'paragraph':
      return piece.quiet
        ? markup`<p class="quiet">${lineMarkup(piece.line, setting)}</p>`
        : markup`<p>${lineMarkup(piece.line, setting)}</p>`
    case 'list':
      return markup`<ul>${piece.items.map((item) => markup`<li>${lineMarkup(item, setting)}</li>`)}</ul>`
    case 'heading':
      return headingMarkup(setting.level, piece.text)
    case 'quotation':
      return markup`<figure class="passage">
<blockquote lang="${piece.language}" dir="${directionOf(piece.language)}">${piece.text}</blockquote>
<figcaption>${lineMarkup(piece.from, setting)}</figcaption></figure>`
    case 'table':
      return tableMarkup(piece, setting)
    case 'entries':
      return entriesMarkup(piece.entries, setting)
    case 'drawing':
      return markup`<figure class="chart">${drawingMarkup(piece, setting)}</figure>
`
  }
}

function headingMarkup(level: number, text: string): Markup {
  if (level <= 3) return markup`<h3>${text}</h3>`
  return level === 4 ? markup`<h4>${text}</h4>` : markup`<h5>${text}</h5>`
}

/** What is in the frame of a chart: a narrow drawing for a telephone, a wide one for everything else; the style sheet shows one of them. */
export function drawingMarkup(
  { wide, narrow, caption, numbers }: Omit<Drawing, 'kind' | 'name'>,
  setting: Setting,
): Markup {
  return markup`
<div class="wide">${drawing(wide)}</div>
<div class="narrow">${drawing(narrow)}</div>
<figcaption>${caption}</figcaption>
${when(
  numbers,
  (table) => markup`<details><summary>${say(setting.locale, 'press.chart.numbers')}</summary>
${tableMarkup(table, setting)}</details>
`,
)}`
}

/** A table that is too wide scrolls by itself, and can be reached and scrolled by keyboard. */
function tableMarkup(table: Table, setting: Setting): Markup {
  const heads = table.columns.map((column) =>
    column.numeric
      ? markup`<th scope="col" class="numeric">${column.title}</th>`
      : markup`<th scope="col">${column.title}</th>`,
  )
  // Remarks that take most of the room stand beneath their row where there is none beside it.
  const look = (table.columns.at(-1)?.share ?? 0) > 1 ? 'remarked' : 'plain'
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="${table.caption}">
<table class="${look}"><caption>${table.caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${table.rows.map((row) => rowMarkup(row, table, setting))}</tbody></table></div>
`
}

function rowMarkup(row: Row, table: Table, setting: Setting): Markup {
  if (row.tone === 'group')
    return markup`<tr class="group"><th scope="colgroup" colspan="${table.columns.length}">${row.cells.flatMap((cell) => lineMarkup(cell, setting))}</th></tr>
`
  const cells = row.cells.map((cell, at) => {
    const content = lineMarkup(cell, setting)
    if (at === 0) return markup`<th scope="row">${content}</th>`
    return table.columns[at]?.numeric === true
      ? markup`<td class="numeric">${content}</td>`
      : markup`<td>${content}</td>`
  })
  const anchor = when(row.anchor, (id) => markup` id="${id}"`)
  return markup`<tr${anchor} class="${row.tone}">${cells}</tr>
`
}

function entriesMarkup(entries: readonly Entry[], setting: Setting): Markup {
  return markup`<ul class="entries">${entries.map((entry) => entryMarkup(entry, setting))}</ul>
`
}

/** The number is written, not counted by a style: it is what the text refers to. */
function entryMarkup(entry: Entry, setting: Setting): Markup {
  const anchor = when(entry.anchor, (id) => markup` id="${id}"`)
  const number = when(entry.number, (text) => markup`<span class="note-number">${text}</span> `)
  const back =
    entry.back.length === 0 ? NOTHING : markup`<p class="back">${lineMarkup(entry.back, setting)}</p>`
  return markup`<li${anchor} class="entry ${entry.tone}">
<p class="entry-title">${number}${lineMarkup(entry.title, setting)}</p>
${piecesMarkup(entry.body, setting)}${back}</li>
`
}

export function lineMarkup(line: Line, setting: Setting): readonly Markup[] {
  return line.map((inline) => inlineMarkup(inline, setting))
}

function inlineMarkup(inline: Inline, setting: Setting): Markup {
  switch (inline.kind) {
    case 'words':
      return markup`${inline.text}`
    case 'strong':
      return markup`<strong>${inline.text}</strong>`
    case 'number':
      return markup`<bdi class="number">${inline.text}</bdi>`
    case 'code':
      return markup`<bdi class="code">${inline.text}</bdi>`
    case 'formula':
      return markup`<bdi class="formula" dir="ltr" lang="en">${inline.text}</bdi>`
    case 'link':
      return linkMarkup(inline, setting)
  }
}

function linkMarkup(inline: Extract<Inline, { kind: 'link' }>, setting: Setting): Markup {
  const href = setting.href(inline.to)
  if (href === null) return markup`<bdi>${inline.text}</bdi>`
  const label = when(inline.label, (text) => markup` aria-label="${text}"`)
  return markup`<a href="${href}"${label}><bdi>${inline.text}</bdi></a>`
}
