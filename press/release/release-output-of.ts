import type { OutputPlace, OutputText, ReleaseOutput } from '@corroborate/disclosure'
import { dataAnnex } from '../annex/data-annex.ts'
import { claimAnchor } from '../apparatus/claim-entry.ts'
import type { Target } from '../content.ts'
import { lookupIn, type Lookup } from '../evidence.ts'
import {
  closingPieces,
  howToRead,
  printedReport,
  type PrintedBlock,
  type PrintedReport,
  type ReportToPrint,
} from '../printed-report.ts'
import { accountsTold } from './accounts-told.ts'
import { countsShown, figuresShown } from './counts-shown.ts'
import { textIn, textsOfDrawing, textsOfPieces, textsOfTable } from './texts-of-pieces.ts'

/** The names of the files in which a report goes out beside its page. */
const PDF = 'report.pdf'

/**
 * Everything that leaves when a report is published, laid out for the check: its page, its PDF with what that says of itself, and the data beside
 * it. Made from what the page and the PDF are made from, so that neither can say what the check has not seen. The files are ours, and say nothing
 * of themselves but title and authors: none has to be looked into.
 */
export function releaseOutputOf(to: ReportToPrint): ReleaseOutput {
  const printed = printedReport(to)
  const { resolved, investigation, assessment } = to
  const evidence = lookupIn({ investigation, assessment, locale: printed.locale })
  const report = investigation.reports.find(({ id }) => id === resolved.id) ?? null
  const annex = dataAnnex({ investigation, assessment })
  const anchors = new Set(printed.claims.map(({ anchor }) => anchor))
  const name = `${resolved.code}.${resolved.locale}`
  return {
    texts: [
      ...headTexts(printed),
      ...printed.blocks.flatMap(blockTexts),
      ...textsOfPieces(closingPieces(printed, 'notes'), { part: 'note', at: 'notes' }),
      ...textsOfPieces(closingPieces(printed, 'claims'), { part: 'claim', at: 'claims' }),
      ...textsOfPieces(printed.sources ?? [], { part: 'source', at: 'sources' }),
      ...fileTexts(printed, annex),
    ],
    accounts: accountsTold(evidence, { report, printed: anchors }),
    tables: countsShown(evidence, report),
    figures: figuresShown(evidence, report),
    overworded: assessment.breaches.flatMap(({ law, subject, detail }) =>
      law === 'worded-above-standing' && subject.startsWith(name)
        ? [{ place: { part: 'text', at: subject.slice(name.length + 1) } as const, detail }]
        : [],
    ),
    records: recordsCited(evidence, printed),
    files: [],
  }
}

function headTexts(printed: PrintedReport): readonly OutputText[] {
  const { title, subtitle, authors, notice } = printed
  const at = (name: string) => ({ part: 'title', at: name }) as const
  return [
    ...textIn(title, at('title')),
    ...textIn(subtitle ?? '', at('subtitle')),
    ...textIn(authors, at('authors')),
    ...textIn(notice, at('notice')),
    ...textIn(howToRead(printed), at('how-to-read')),
  ]
}

function blockTexts(block: PrintedBlock): readonly OutputText[] {
  switch (block.kind) {
    case 'heading':
      return textIn(block.text, { part: 'text', at: block.anchor })
    case 'paragraph':
      return block.sentences.flatMap(({ anchor, parts, markers }) => [
        ...textIn(parts.map(({ text }) => text).join(''), { part: 'text', at: anchor }),
        ...markers.flatMap(({ label }) => textIn(label, { part: 'alternative-text', at: anchor })),
      ])
    case 'chart':
      return [
        ...textsOfDrawing(block.wide, block.anchor),
        ...textIn(block.caption, { part: 'chart', at: block.anchor }),
        ...textIn(block.label, { part: 'alternative-text', at: block.anchor }),
        ...textsOfTable(block.numbers, block.anchor),
      ]
    case 'computed':
      return textsOfPieces(block.pieces, { part: 'text', at: block.anchor })
  }
}

/** The data beside the report, the names of all files, and what the PDF says of itself. */
function fileTexts(
  { title, authors }: PrintedReport,
  annex: ReadonlyMap<string, string>,
): readonly OutputText[] {
  return [
    ...[PDF, ...annex.keys()].flatMap((file) => textIn(file, { part: 'file-name', at: file })),
    ...[title, authors].flatMap((text) => textIn(text, { part: 'metadata', at: PDF })),
    ...[...annex].flatMap(([file, text]) => textIn(text, { part: 'annex', at: file })),
  ]
}

/** What the print leads to: each has to be in the ledger. */
function recordsCited({ investigation }: Lookup, printed: PrintedReport): ReleaseOutput['records'] {
  const claims = new Set(printed.claims.map(({ anchor }) => anchor))
  const at = (anchor: string): OutputPlace => ({ part: 'claim', at: anchor })
  const noted = (target: Extract<Target, { kind: 'finding' | 'estimate' }>, code: string) => {
    const anchor = printed.anchorOf(target)
    return anchor === null ? [] : [{ place: { part: 'note', at: anchor } as const, id: target.id, code }]
  }
  return [
    ...investigation.claims
      .filter((claim) => claims.has(claimAnchor(claim)))
      .flatMap((claim) => [
        { place: at(claimAnchor(claim)), id: claim.id, code: claim.code },
        ...claim.passages.map((id) => ({ place: at(claimAnchor(claim)), id, code: claim.code })),
      ]),
    ...investigation.findings.flatMap(({ id, code }) => noted({ kind: 'finding', id }, code)),
    ...investigation.estimates.flatMap(({ id, code }) => noted({ kind: 'estimate', id }, code)),
  ]
}
