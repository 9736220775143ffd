import type { Claim } from '@corroborate/claims'
import type { ExchangedWork } from '../qdpx/exchanged-work.ts'

/**
 * Where records are found: an address of the desk, under which each has its own; or null, and they are named by their ids (`urn:uuid:`,
 * RFC 9562, section 4).
 */
export interface RecordLinks {
  readonly desk: string | null
}

/** The address of a claim on the desk; its URN where no desk is named. */
export function claimLink({ desk }: RecordLinks, work: Pick<ExchangedWork, 'code'>, claim: Claim): string {
  if (desk === null) return `urn:uuid:${claim.id}`
  const [investigation, code] = [work.code, claim.code].map((part) => encodeURIComponent(part))
  return `${desk.replace(/\/+$/, '')}/i/${investigation}/claims/${code}`
}
