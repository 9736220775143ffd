import { canonicalJson, csv, type Json } from '@corroborate/base'
import type { Estimate, ListEstimate, PatternEstimate } from '@corroborate/estimate'
import type { Assessment, Investigation } from '@corroborate/report'
import { slug } from '../anchor.ts'
import { lookupIn, type Lookup } from '../evidence.ts'
import {
  alternativeRows,
  claimRows,
  contradictionRows,
  derivationRows,
  findingRows,
  slipRows,
  sourceRows,
  type Rows,
} from './annex-rows.ts'
import { methodRows } from './method-rows.ts'
import { studyRows } from './study-rows.ts'

/**
 * The data behind a report, for whoever wants to reckon again: one CSV file for each kind of record and the same once more
 * as canonical JSON. From allow-lists of columns and of what consent lets out; what is withheld is counted.
 * @returns file names and their text; the same investigation gives the same bytes
 */
export function dataAnnex(of: {
  readonly investigation: Investigation
  readonly assessment: Assessment
}): ReadonlyMap<string, string> {
  // The language only matters to words for people, and a data file has both.
  const evidence = lookupIn({ ...of, locale: 'en' })
  const estimates = of.investigation.estimates.flatMap(({ id }) => evidence.estimate(id) ?? [])
  const files = new Map<string, Rows>([
    ['sources', sourceRows(evidence)],
    ['claims', claimRows(evidence)],
    ['findings', findingRows(evidence)],
    ['contradictions', contradictionRows(evidence)],
    ['alternatives', alternativeRows(evidence, estimates)],
    ['slips', slipRows(evidence, estimates)],
    ...estimates.map((estimate): [string, Rows] => [
      `estimate-${slug(estimate.code)}`,
      estimate.method === 'lists' ? methodRows(estimate) : derivationRows(evidence, estimate),
    ]),
    ...estimates.flatMap((estimate): readonly [string, Rows][] =>
      estimate.method === 'lists' || estimate.study === null
        ? []
        : [[`study-${slug(estimate.code)}`, studyRows(estimate.study)]],
    ),
  ])
  return new Map([
    ...[...files].map(([name, { columns, rows }]): [string, string] => [`${name}.csv`, csv(columns, rows)]),
    ['all.json', `${canonicalJson(everything(evidence, estimates, files))}\n`],
  ])
}

function everything(
  evidence: Lookup,
  estimates: readonly Estimate[],
  files: ReadonlyMap<string, Rows>,
): Json {
  const { investigation } = evidence
  const shown = (name: string) => files.get(name)?.rows.length ?? 0
  return {
    investigation: {
      ...{ code: investigation.code, nature: investigation.nature },
      ...{ title: { ...investigation.title }, notice: { ...investigation.notice } },
    },
    thresholds: {
      corroborated: { ...investigation.thresholds.corroborated },
      strong: { ...investigation.thresholds.strong },
    },
    estimates: estimates.map(estimateJson),
    records: Object.fromEntries(
      [...files].map(([name, { rows }]) => [name, rows.map((row): Json => ({ ...row }))]),
    ),
    withheld: {
      sources: investigation.sources.length - shown('sources'),
      claims: investigation.claims.length - shown('claims'),
    },
  }
}

function estimateJson(estimate: Estimate): Json {
  return {
    ...{ code: estimate.code, method: estimate.method, question: { ...estimate.question } },
    interval: { ...estimate.interval },
    published: { range: { ...estimate.published.range }, rule: { ...estimate.published.rule } },
    assumptions: estimate.assumptions.map(({ code, words }) => ({ code, words: { ...words } })),
    ...(estimate.method === 'lists' ? listParts(estimate) : studyPart(estimate)),
    ...{ seed: estimate.seed, digest: estimate.digest, software: estimate.software },
  }
}

/** Null where no study was made yet. */
function studyPart({ study }: PatternEstimate): { readonly [key: string]: Json } {
  if (study === null) return { study: null }
  const { seed, digest, software, assumptions } = study
  return {
    study: {
      ...{ seed, digest, software },
      assumptions: assumptions.map(({ code, words }) => ({ code, words: { ...words } })),
    },
  }
}

/** What an answer from lists has beside: what its verdict allows, and the documented number apart from the estimated one. */
function listParts({ bound, level, observed, study }: ListEstimate): { readonly [key: string]: Json } {
  return {
    ...{ bound, level, observed },
    overlap: {
      lists: [...study.overlap.lists],
      cells: study.overlap.cells.map(({ mask, count }) => ({ mask, count })),
    },
  }
}
