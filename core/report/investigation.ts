import type { InvestigationId, LinkageId, ListId, Words } from '@corroborate/base'
import type { Consent, Interview, OriginLink, Passage, Source, Text } from '@corroborate/testimony'
import type { Claim, Person, Place, Resolution, Unit } from '@corroborate/claims'
import type { Finding, Thresholds } from '@corroborate/findings'
import type { EstimateRequest, KeptRun, RowLink } from '@corroborate/estimate'
import type { Report } from './report.ts'

/** One inquiry, whole, as plain data: what a folder holds, what the store gives back, what is assessed and printed. */
export interface Investigation {
  readonly id: InvestigationId
  readonly code: string
  readonly title: Words
  /** Stands at the head of every page: what this is and is not. */
  readonly notice: Words
  /** `invented`: every page says "invented, for training". `public-record`: rebuilt from published facts. */
  readonly nature: 'public-record' | 'invented' | 'own'
  readonly thresholds: Thresholds
  readonly sources: readonly Source[]
  readonly originLinks: readonly OriginLink[]
  readonly interviews: readonly Interview[]
  readonly consents: readonly Consent[]
  readonly places: readonly Place[]
  readonly persons: readonly Person[]
  readonly units: readonly Unit[]
  readonly lists: readonly PersonList[]
  readonly linkages: readonly Linkage[]
  readonly texts: readonly Text[]
  readonly passages: readonly Passage[]
  readonly claims: readonly Claim[]
  readonly resolutions: readonly Resolution[]
  readonly findings: readonly Finding[]
  readonly estimates: readonly EstimateRequest[]
  /** Runs of the estimates that ended with a result, of each estimate in the order of its versions. */
  readonly runs: readonly KeptRun[]
  readonly reports: readonly Report[]
}

/** An outside list of people, with its rows as they came: columns by name, nothing interpreted. */
export interface PersonList {
  readonly id: ListId
  readonly code: string
  readonly title: Words
  readonly holder: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * Somebody's opinion which rows of lists are one person. There may be several of the same rows: an estimate says which it rests on. A rule that
 * draws its opinion many times (record linkage) is one linkage, whose links say in which draw they hold.
 */
export interface Linkage {
  readonly id: LinkageId
  readonly code: string
  readonly title: Words
  /** Who held which rows to be one person, and how. */
  readonly madeBy: Words
  readonly links: readonly RowLink[]
}
