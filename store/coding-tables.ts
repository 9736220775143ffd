import type { ClaimId, CodeId, InvestigationId, MemberId, PassageId, TextId, Words } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { JsonText } from './json.ts'
import type { Owned } from './owned.ts'

export interface CodeTable extends Owned {
  readonly id: CodeId
  readonly code: string
  readonly name: JsonText<Words>
  readonly within: CodeId | null
  readonly key: string | null
  readonly memo: string | null
  readonly merged_into: CodeId | null
}

export interface CodingTable extends Owned {
  readonly passage: PassageId
  readonly code: CodeId
  readonly coder: MemberId
  readonly coded_by: string
  readonly coded_at: string
  readonly memo: string | null
}

/** Texts whose coders may see what the others coded. */
export interface CodingOpenedTable {
  readonly investigation: InvestigationId
  readonly text: TextId
  readonly opened_by: string
  readonly opened_at: string
}

/** Words of a machine that somebody listened to and found to be so. */
export interface ListeningTable extends Owned {
  readonly text: TextId
  readonly starts: number
  readonly ends: number
  readonly heard_by: string
  readonly heard_at: string
}

export interface ClaimReviewTable extends Owned {
  readonly claim: ClaimId
  readonly verdict: Claim['status']
  readonly said_by: string
  readonly said_at: string
  readonly words: string | null
}
