import { csv, type Cell, type Words } from '@corroborate/base'
import type { Claim, Role } from '@corroborate/claims'
import type { ExchangedWork } from '../qdpx/exchanged-work.ts'
import { claimLink, type RecordLinks } from './record-links.ts'

const COLUMNS = [
  ...['link', 'code', 'source', 'mode', 'topic', 'proposition_en', 'proposition_ar'],
  ...['when_edtf', 'when_said', 'earliest', 'latest', 'place'],
  ...['at_least', 'at_most', 'best', 'unit', 'number_said', 'number_how', 'number_per', 'pattern_said'],
  ...['perpetrators', 'victims', 'commanders', 'witnesses', 'facilities', 'instruments', 'recipients'],
  ...['basis', 'certainty', 'polarity', 'status', 'coder', 'second_coder', 'passages', 'words'],
] as const

/**
 * Claims as a table, one row each, with a link to its record. Several of a kind stand in one cell, with a semicolon between. A cell that a
 * spreadsheet would run as a formula is made harmless.
 */
export function claimsCsv(work: ExchangedWork, links: RecordLinks): string {
  const codes = new Map<string, string>(
    [...work.sources, ...work.places, ...work.passages].map(({ id, code }) => [id, code]),
  )
  const exact = new Map<string, string>(work.passages.map((passage) => [passage.id, passage.exact]))
  const codeOf = (id: string) => codes.get(id) ?? id
  return csv(
    COLUMNS,
    work.claims.map((claim) => ({
      ...{ link: claimLink(links, work, claim), code: claim.code, source: codeOf(claim.source) },
      ...{ mode: claim.mode, topic: claim.topic },
      ...{ proposition_en: claim.proposition.en ?? null, proposition_ar: claim.proposition.ar ?? null },
      ...{ when_edtf: claim.when?.edtf ?? null, when_said: claim.when?.said ?? null },
      ...{ earliest: claim.when?.earliest ?? null, latest: claim.when?.latest ?? null },
      place: claim.place === null ? null : codeOf(claim.place),
      ...numberCells(claim),
      ...roleCells(claim.roles),
      ...{ basis: claim.basis.kind, certainty: claim.certainty, polarity: claim.polarity },
      ...{ status: claim.status, coder: claim.coder, second_coder: claim.secondCoder },
      passages: claim.passages.map(codeOf).join('; '),
      words: claim.passages.flatMap((id) => exact.get(id) ?? []).join(' […] '),
    })),
  )
}

/** A claim that says no number. */
const NO_NUMBER = { min: null, max: null, best: null, unit: null, said: null, how: null, per: null }

function numberCells({ quantity, pattern }: Claim) {
  const { min, max, best, unit, said, how, per } = quantity ?? NO_NUMBER
  return {
    ...{ at_least: min, at_most: max, best, unit },
    ...{ number_said: said, number_how: how, number_per: per, pattern_said: pattern?.said ?? null },
  }
}

function roleCells(roles: readonly Role[]) {
  const who = (part: Role['part']): Cell => {
    const named = roles.filter((role) => role.part === part)
    return named.length === 0
      ? null
      : named.map(({ who: words, register }) => register ?? inBoth(words)).join('; ')
  }
  return {
    ...{ perpetrators: who('perpetrator'), victims: who('victim'), commanders: who('commander') },
    ...{ witnesses: who('witness'), facilities: who('facility') },
    ...{ instruments: who('instrument'), recipients: who('recipient') },
  }
}

function inBoth({ en, ar }: Words): string {
  return [en, ar].filter((words) => words !== undefined).join(' / ')
}
