import { readFileSync } from 'node:fs'
import { canonicalJson, type Json } from '@corroborate/base'
import { printedReport, type ReportToPrint } from '../printed-report.ts'
import { typeset } from './typst-compiler.ts'
import { typstData } from './typst-data.ts'

/**
 * The report as a tagged PDF: the same edition gives the same bytes, on every machine and every time, because the only
 * date in it is the report's own and nothing is read but the report and the bundled typefaces.
 */
export async function reportPdf(report: ReportToPrint): Promise<Uint8Array> {
  const printed = printedReport(report)
  const { data, drawings } = typstData(printed, report.resolved)
  const files = new Map<string, Uint8Array>([
    ['/report.typ', readFileSync(new URL('./report.typ', import.meta.url))],
    ['/report.json', bytesOf(canonicalJson(data satisfies Json))],
  ])
  for (const [name, svg] of drawings) files.set(`/${name}`, bytesOf(svg))
  return typeset('/report.typ', files)
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
