import { dataAnnex, reportAssets, reportPage, reportPdf } from '@corroborate/press'
import { resolveReport, type Assessment, type Investigation, type Report } from '@corroborate/report'

/**
 * Every file of a built report by its name: a page and a PDF for each language, the data annex, and what the pages need.
 * @param tell is told of each file that takes a while, before it is made
 */
export async function reportFiles(
  investigation: Investigation,
  assessment: Assessment,
  tell: (line: string) => void,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>()
  for (const report of investigation.reports) {
    const print = { investigation, assessment, resolved: resolveReport(investigation, assessment, report) }
    files.set(pageName(report), reportPage({ ...print, hrefs: hrefsOf(report, investigation.reports) }))
    tell(`Setting ${pdfName(report)} …`)
    files.set(pdfName(report), await reportPdf(print))
  }
  for (const [name, content] of dataAnnex({ investigation, assessment })) files.set(`annex/${name}`, content)
  for (const [name, content] of reportAssets()) files.set(`assets/${name}`, content)
  return files
}

function hrefsOf(report: Report, reports: readonly Report[]) {
  const other = reports.find(({ code, locale }) => code === report.code && locale !== report.locale)
  return {
    stylesheet: 'assets/report.css',
    pdf: pdfName(report),
    data: 'annex/all.json',
    other: other === undefined ? null : { href: pageName(other), locale: other.locale },
  }
}

function pageName({ code, locale }: Report): string {
  return `${code}.${locale}.html`
}

function pdfName({ code, locale }: Report): string {
  return `${code}.${locale}.pdf`
}
