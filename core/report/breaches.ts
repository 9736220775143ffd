import type { Breach } from './assessment.ts'
import { faultsOfFinding, numbersTypedIn } from './breaches-of-finding.ts'
import {
  faultsOfBlock,
  faultsOfSentence,
  faultsOfTitle,
  typedNumbers,
  type Fault,
  type Held,
} from './breaches-of-sentence.ts'
import type { Assessment } from './assessment.ts'
import type { Investigation } from './investigation.ts'
import { looseNumbersInTitle } from './loose-numbers.ts'
import type { Block, PlaceInFile, Report } from './report.ts'

/** Every law that the investigation and its reports break: findings first, then each report in the order of its text. */
export function breachesOf(
  investigation: Investigation,
  computed: Pick<Assessment, 'standings' | 'contradictions'>,
  held: Held,
): readonly Breach[] {
  const ofFindings = investigation.findings.flatMap((finding) =>
    placed(faultsOfFinding(finding, computed, held.numbers.registers), `finding ${finding.code}`, null),
  )
  const ofEstimates = investigation.estimates.flatMap(({ code, question }) =>
    placed(numbersTypedIn(question), `estimate ${code}`, null),
  )
  return [
    ...ofFindings,
    ...ofEstimates,
    ...investigation.reports.flatMap((report) => breachesOfReport(report, held)),
  ]
}

/** Subjects are the anchors that the resolved report has: `report.en#s4`. */
function breachesOfReport(report: Report, held: Held): readonly Breach[] {
  const name = `${report.code}.${report.locale}`
  const top = report.blocks.find((block) => block.at !== null)?.at ?? null
  const titles = [
    ...[report.title, report.subtitle ?? ''].flatMap((title) =>
      faultsOfTitle(title, report.locale, looseNumbersInTitle(title)),
    ),
    ...report.authors.flatMap((author) => typedNumbers(author)),
  ]
  let sentences = 0
  const ofBlock = (block: Block): readonly Breach[] =>
    block.kind === 'paragraph'
      ? block.sentences.flatMap((sentence) => {
          sentences += 1
          const faults = faultsOfSentence(sentence, report.locale, held)
          return placed(faults, `${name}#s${sentences}`, sentence.at)
        })
      : placed(faultsOfBlock(block, report.locale, held), `${name}, ${block.kind}`, block.at)
  return [
    ...placed(titles, `${name}, title`, top === null ? null : { ...top, line: 1 }),
    ...report.blocks.flatMap(ofBlock),
  ]
}

function placed(faults: readonly Fault[], subject: string, at: PlaceInFile): readonly Breach[] {
  return faults.map(({ law, detail }) => ({ law, at, subject, detail }))
}
