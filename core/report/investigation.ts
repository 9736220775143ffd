import type { InvestigationId, ListId, Words } from '@corroborate/base'
import type { Consent, Interview, OriginLink, Passage, Source, Text } from '@corroborate/testimony'
import type { Claim, Person, Place, Resolution, Unit } from '@corroborate/claims'
import type { Finding, Thresholds } from '@corroborate/findings'
import type { EstimateRequest } from '@corroborate/estimate'
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
  readonly texts: readonly Text[]
  readonly passages: readonly Passage[]
  readonly claims: readonly Claim[]
  readonly resolutions: readonly Resolution[]
  readonly findings: readonly Finding[]
  readonly estimates: readonly EstimateRequest[]
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
