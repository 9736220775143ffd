import type { Locale } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Piece } from '../content.ts'
import {
  CLOSING,
  closingPieces,
  howToRead,
  printedReport,
  type Marker,
  type PrintedBlock,
  type PrintedReport,
  type PrintedSentence,
  type ReportToPrint,
} from '../printed-report.ts'
import { markup, NOTHING, when, type Markup } from './markup.ts'
import { drawingMarkup, piecesMarkup, type Setting } from './pieces.ts'

/** Addresses that the page needs; relative ones where it is read from a folder. */
export interface PageHrefs {
  /** Of `report.css` (`reportAssets`): styles are never in the page, so that a strict policy can refuse them there. */
  readonly stylesheet: string
  readonly pdf: string | null
  readonly data: string | null
  /** The same report in the other language. */
  readonly other: { readonly href: string; readonly locale: Locale } | null
}

/**
 * The report as a page: whole, without script, without a style of its own. Every sentence leads to its grounds, every
 * ground to its claims, every claim to the words that carry it, and each of them back, all within the page.
 */
export function reportPage(report: ReportToPrint & { readonly hrefs: PageHrefs }): string {
  const printed = printedReport(report)
  const { locale } = printed
  return String(markup`<!doctype html>
<html lang="${locale}" dir="${printed.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${printed.title}</title>
<link rel="stylesheet" href="${report.hrefs.stylesheet}">
</head>
<body>
<a class="skip" href="#text">${say(locale, 'press.skip')}</a>
${headMarkup(printed, report.hrefs)}
${contentsMarkup(printed)}
<main id="text" tabindex="-1">
${printed.blocks.map((block) => blockMarkup(block, printed))}
${closingMarkup(printed)}
</main>
</body>
</html>
`)
}

function headMarkup(printed: PrintedReport, hrefs: PageHrefs): Markup {
  const { locale } = printed
  return markup`<header class="report-head">
<div class="notice" role="note">${when(printed.natureApart, (nature) => markup`<strong>${nature}.</strong> `)}${printed.notice}</div>
${linksMarkup(locale, hrefs)}
<h1>${printed.title}</h1>
${when(printed.subtitle, (subtitle) => markup`<p class="subtitle">${subtitle}</p>`)}
<p class="byline"><span>${printed.authors}</span> <span><bdi>${printed.dated}</bdi></span></p>
<p class="how-to-read">${howToRead(printed)}</p>
</header>`
}

function linksMarkup(locale: Locale, { pdf, data, other }: PageHrefs): Markup {
  if (pdf === null && data === null && other === null) return NOTHING
  return markup`<nav class="forms" aria-label="${say(locale, 'press.forms')}"><ul>
${when(pdf, (href) => markup`<li><a href="${href}">${say(locale, 'press.form.pdf')}</a></li>`)}
${when(data, (href) => markup`<li><a href="${href}">${say(locale, 'press.form.data')}</a></li>`)}
${when(other, (to) => markup`<li><a href="${to.href}" hreflang="${to.locale}" lang="${to.locale}">${say(to.locale, 'press.language')}</a></li>`)}
</ul></nav>`
}

function contentsMarkup(printed: PrintedReport): Markup {
  const items = printed.contents.map(
    ({ level, text, anchor }) =>
      markup`<li class="level-${level}"><a href="#${anchor}">${text}</a></li>
`,
  )
  return markup`<nav class="contents" aria-labelledby="contents">
<h2 id="contents">${say(printed.locale, 'press.contents')}</h2>
<ul>${items}</ul></nav>`
}

function blockMarkup(block: PrintedBlock, printed: PrintedReport): Markup {
  switch (block.kind) {
    case 'heading':
      return block.level === 2
        ? markup`<h2 id="${block.anchor}">${block.text}</h2>
`
        : markup`<h3 id="${block.anchor}">${block.text}</h3>
`
    case 'paragraph':
      return markup`<p class="text">${block.sentences.map((sentence) => sentenceMarkup(sentence, printed.locale))}</p>
`
    case 'chart':
      return chartMarkup(block, printed)
    case 'computed':
      return markup`<div class="computed" id="${block.anchor}">${piecesMarkup(block.pieces, settingOf(printed, block.level))}</div>
`
  }
}

function settingOf(printed: PrintedReport, level: number): Setting {
  return {
    level,
    locale: printed.locale,
    href: (target) => {
      const anchor = printed.anchorOf(target)
      return anchor === null ? null : `#${anchor}`
    },
  }
}

function chartMarkup(block: Extract<PrintedBlock, { kind: 'chart' }>, printed: PrintedReport): Markup {
  return markup`<figure class="chart" id="${block.anchor}">${drawingMarkup(block, settingOf(printed, 4))}</figure>
`
}

function sentenceMarkup(sentence: PrintedSentence, locale: Locale): Markup {
  const own = sentence.own ? markup`<sup class="own" title="${say(locale, 'press.own')}">°</sup>` : NOTHING
  return markup`<span class="sentence" id="${sentence.anchor}">${sentence.parts.map((part) => partMarkup(part))}${own}${markersMarkup(sentence.markers)}</span> `
}

function partMarkup(part: PrintedSentence['parts'][number]): Markup {
  switch (part.kind) {
    case 'words':
      return markup`${part.text}`
    case 'date':
      return markup`<bdi>${part.text}</bdi>`
    case 'source':
      return markup`<cite dir="auto">${part.text}</cite>`
    case 'quotation':
      return markup`<q dir="auto">${part.text}</q>`
    case 'figure':
      return part.to === null
        ? markup`<bdi class="figure">${part.text}</bdi>`
        : markup`<a class="figure" href="#${part.to}"><bdi>${part.text}</bdi></a>`
  }
}

function markersMarkup(markers: readonly Marker[]): Markup {
  if (markers.length === 0) return NOTHING
  const links = markers.map(
    (marker) =>
      markup`<a id="${marker.anchor}" href="#${marker.note}" aria-label="${marker.label}">${marker.number}</a>`,
  )
  return markup`<sup class="grounds"><bdi>${links}</bdi></sup>`
}

function closingMarkup(printed: PrintedReport): readonly Markup[] {
  return [
    closingSection(printed, 'notes', closingPieces(printed, 'notes')),
    closingSection(printed, 'claims', closingPieces(printed, 'claims')),
    when(printed.sources, (sources) => closingSection(printed, 'sources', sources)),
  ]
}

function closingSection(
  printed: PrintedReport,
  name: keyof typeof CLOSING,
  pieces: readonly Piece[],
): Markup {
  return markup`<section class="${name}" aria-labelledby="${CLOSING[name]}">
<h2 id="${CLOSING[name]}">${say(printed.locale, `press.closing.${name}`)}</h2>
<p class="quiet">${say(printed.locale, `press.closing.${name}.about`)}</p>
${piecesMarkup(pieces, settingOf(printed, 3))}</section>
`
}
