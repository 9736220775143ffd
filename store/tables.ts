import type { ActRowTable, ActTableTable } from './act-table-tables.ts'
import type {
  ClaimId,
  FindingId,
  InvestigationId,
  Locale,
  MemberId,
  PassageId,
  PersonId,
  PlaceId,
  Quantity,
  ReportId,
  SourceId,
  TextId,
  UnitId,
  When,
  Words,
} from '@corroborate/base'
import type { OriginLink, ReadFrom, Source, Text, Turn } from '@corroborate/testimony'
import type { Basis, Claim, Contradiction, Pattern, Person, Place, Role } from '@corroborate/claims'
import type { Finding, FindingKind, Robustness, Standing, Thresholds } from '@corroborate/findings'
import type { Investigation, Report } from '@corroborate/report'
import type { Kysely } from 'kysely'
import type {
  CustodyEventTable,
  ExhibitFileTable,
  ExhibitTable,
  FixityCheckTable,
  FixityFaultTable,
  TextRecordingTable,
} from './exhibit-tables.ts'
import type { ConflictTable } from './conflict-table.ts'
import type {
  CrimeChosenTable,
  ElementTieTable,
  IncidentTable,
  StandardChoiceTable,
} from './element-tables.ts'
import type { ExplanationWeighingTable } from './explanation-table.ts'
import type { EstimateClaimTable, EstimateRunTable, EstimateTable } from './estimate-tables.ts'
import type {
  ClaimReviewTable,
  CodeTable,
  CodingOpenedTable,
  CodingTable,
  ListeningTable,
} from './coding-tables.ts'
import type { ConsentTable, InterviewPlanTable, InterviewTable } from './interview-tables.ts'
import type { JsonText } from './json.ts'
import type {
  CheckpointTable,
  CosignatureTable,
  LedgerChainTable,
  LedgerContentTable,
  LedgerEntryTable,
  LedgerNodeTable,
  TimeStampTable,
} from './ledger-tables.ts'
import type {
  JudgementTable,
  LinkageLinkTable,
  LinkageMemberTable,
  LinkagePairTable,
  LinkageRunTable,
  LinkageTable,
  LinkageValueTable,
  ListMappingTable,
  ListProvenanceTable,
  ListRecordTable,
  ListTable,
} from './list-tables.ts'
import type {
  ChallengeTable,
  HouseSecretTable,
  LinkReleaseTable,
  MembershipTable,
  MemberTable,
  PasskeyTable,
  PassphraseTable,
  SessionTable,
  SignInLinkTable,
  SignInTryTable,
} from './member-tables.ts'
import type { Owned } from './owned.ts'
import type { ReleaseTable, TaskTable, WithdrawalTable } from './release-tables.ts'
import type {
  SavedSearchTable,
  SearchPostingTable,
  SearchShelfTable,
  SearchSoundTable,
  SearchWordTable,
} from './search-tables.ts'
import type {
  CustodianListTable,
  KeyComparisonTable,
  MemberKeyTable,
  OpeningTable,
  SealedValueTable,
} from './sealing-tables.ts'
import type { TranslationTable } from './translation-table.ts'

/**
 * The tables of the store, equal on both engines. Times are ISO 8601 text, yes and no are 1 and 0, JSON is text.
 * What belongs to an investigation has its id in front of the primary key, so that nothing is found without saying where.
 * `ordinal` keeps the order in which things were written, from 1.
 */
export interface Tables {
  readonly investigation: InvestigationTable
  readonly member: MemberTable
  readonly membership: MembershipTable
  readonly session: SessionTable
  readonly sign_in_link: SignInLinkTable
  readonly passkey: PasskeyTable
  readonly challenge: ChallengeTable
  readonly link_release: LinkReleaseTable
  readonly passphrase: PassphraseTable
  readonly sign_in_try: SignInTryTable
  readonly house_secret: HouseSecretTable
  readonly source: SourceTable
  readonly origin_link: OriginLinkTable
  readonly interview: InterviewTable
  readonly interview_plan: InterviewPlanTable
  readonly consent: ConsentTable
  readonly place: PlaceTable
  readonly person: PersonTable
  readonly unit: UnitTable
  readonly list: ListTable
  readonly list_record: ListRecordTable
  readonly list_provenance: ListProvenanceTable
  readonly list_mapping: ListMappingTable
  readonly linkage: LinkageTable
  readonly linkage_link: LinkageLinkTable
  readonly linkage_run: LinkageRunTable
  readonly linkage_pair: LinkagePairTable
  readonly linkage_member: LinkageMemberTable
  readonly linkage_value: LinkageValueTable
  readonly judgement: JudgementTable
  readonly exhibit: ExhibitTable
  readonly exhibit_file: ExhibitFileTable
  readonly custody_event: CustodyEventTable
  readonly translation: TranslationTable
  readonly text_recording: TextRecordingTable
  readonly fixity_check: FixityCheckTable
  readonly fixity_fault: FixityFaultTable
  readonly text: TextTable
  readonly passage: PassageTable
  readonly code: CodeTable
  readonly coding: CodingTable
  readonly coding_opened: CodingOpenedTable
  readonly claim: ClaimTable
  readonly claim_passage: ClaimPassageTable
  readonly claim_review: ClaimReviewTable
  readonly listening: ListeningTable
  readonly act_table: ActTableTable
  readonly act_row: ActRowTable
  readonly resolution: ResolutionTable
  readonly finding: FindingTable
  readonly finding_claim: FindingClaimTable
  readonly finding_standing: FindingStandingTable
  readonly contradiction: ContradictionTable
  readonly crime_chosen: CrimeChosenTable
  readonly incident: IncidentTable
  readonly element_tie: ElementTieTable
  readonly standard_choice: StandardChoiceTable
  readonly explanation_weighing: ExplanationWeighingTable
  readonly estimate: EstimateTable
  readonly estimate_claim: EstimateClaimTable
  readonly estimate_run: EstimateRunTable
  readonly report: ReportTable
  readonly publication: PublicationTable
  readonly ledger_chain: LedgerChainTable
  readonly ledger_entry: LedgerEntryTable
  readonly ledger_content: LedgerContentTable
  readonly ledger_node: LedgerNodeTable
  readonly checkpoint: CheckpointTable
  readonly cosignature: CosignatureTable
  readonly member_key: MemberKeyTable
  readonly key_comparison: KeyComparisonTable
  readonly custodian_list: CustodianListTable
  readonly sealed_value: SealedValueTable
  readonly opening: OpeningTable
  readonly withdrawal: WithdrawalTable
  readonly release: ReleaseTable
  readonly task: TaskTable
  readonly time_stamp: TimeStampTable
  readonly conflict: ConflictTable
  readonly search_shelf: SearchShelfTable
  readonly search_word: SearchWordTable
  readonly search_sound: SearchSoundTable
  readonly search_posting: SearchPostingTable
  readonly saved_search: SavedSearchTable
  readonly migration: MigrationTable
}

/** A store, or a transaction in one: every query takes either. */
export type Db = Kysely<Tables>

export interface InvestigationTable {
  readonly id: InvestigationId
  readonly code: string
  readonly title: JsonText<Words>
  readonly notice: JsonText<Words>
  readonly nature: Investigation['nature']
  readonly thresholds: JsonText<Thresholds>
}

export interface SourceTable extends Owned {
  readonly id: SourceId
  readonly code: string
  readonly kind: Source['kind']
  readonly role: Source['role']
  readonly title: JsonText<Words>
  readonly reliability: Source['reliability']
  readonly credibility: Source['credibility']
}

export interface OriginLinkTable extends Owned {
  readonly from_source: SourceId
  readonly to_source: SourceId
  readonly kind: OriginLink['kind']
  readonly decision: OriginLink['decision']
  readonly reason: string | null
}

export interface PlaceTable extends Owned {
  readonly id: PlaceId
  readonly code: string
  readonly name: JsonText<Words>
  readonly kind: Place['kind']
  readonly within: PlaceId | null
  readonly aliases: JsonText<Place['aliases']>
}

export interface PersonTable extends Owned {
  readonly id: PersonId
  readonly code: string
  readonly name: JsonText<Words>
  readonly part: Person['part']
}

export interface UnitTable extends Owned {
  readonly id: UnitId
  readonly code: string
  readonly name: JsonText<Words>
  readonly active: JsonText<When> | null
}

export interface TextTable extends Owned {
  readonly id: TextId
  readonly code: string
  readonly source: SourceId
  readonly title: JsonText<Words>
  readonly language: string
  readonly kind: Text['kind']
  readonly translation_of: TextId | null
  readonly version: number
  readonly content: string
  readonly sha256: string
  readonly turns: JsonText<readonly Turn[]>
  readonly read_from: JsonText<ReadFrom> | null
}

export interface PassageTable extends Owned {
  readonly id: PassageId
  readonly code: string
  readonly text: TextId
  readonly sha256: string
  readonly starts: number
  readonly ends: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** Null for a passage that came with an investigation. */
  readonly marked_by: MemberId | null
}

export interface ClaimTable extends Owned {
  readonly id: ClaimId
  readonly code: string
  readonly source: SourceId
  readonly mode: Claim['mode']
  readonly topic: string
  readonly proposition: JsonText<Words>
  readonly roles: JsonText<readonly Role[]>
  readonly time: JsonText<When> | null
  readonly place: PlaceId | null
  readonly quantity: JsonText<Quantity> | null
  readonly pattern: JsonText<Pattern> | null
  readonly basis_kind: Basis['kind']
  readonly basis: JsonText<Basis>
  readonly certainty: Claim['certainty']
  readonly polarity: Claim['polarity']
  readonly coder: string
  readonly second_coder: string | null
  readonly status: Claim['status']
}

export interface ClaimPassageTable extends Owned {
  readonly claim: ClaimId
  readonly passage: PassageId
}

export interface ResolutionTable extends Owned {
  readonly first: ClaimId
  readonly second: ClaimId
  readonly prefers: ClaimId | null
  readonly decided_by: string
  readonly reason: string
}

export interface FindingTable extends Owned {
  readonly id: FindingId
  readonly code: string
  readonly kind: FindingKind['kind']
  readonly attributed_to: SourceId | null
  readonly beneath: JsonText<Words> | null
  readonly proposition: JsonText<Words>
  readonly standard_of_proof: Finding['standardOfProof']
  readonly reasons: JsonText<Words> | null
  readonly signer: string | null
  readonly version: number
  readonly elements: JsonText<Finding['elements']>
}

export interface FindingClaimTable extends Owned {
  readonly finding: FindingId
  readonly claim: ClaimId
  readonly side: 'for' | 'against'
  readonly dismissed_by: string | null
  readonly dismissed_reason: string | null
}

/** Computed from the claims after every act that may move it; thrown away and made again without loss. */
export interface FindingStandingTable {
  readonly investigation: InvestigationId
  readonly finding: FindingId
  readonly standing: JsonText<Standing>
  readonly robustness: JsonText<Robustness>
}

/** Computed likewise. What a person decided about it stands in `resolution`. */
export interface ContradictionTable extends Owned {
  readonly first: ClaimId
  readonly second: ClaimId
  readonly about: Contradiction['about']
  readonly same_origin: 0 | 1
}

export interface ReportTable extends Owned {
  readonly id: ReportId
  readonly code: string
  readonly locale: Locale
  readonly title: string
  readonly subtitle: string | null
  readonly authors: JsonText<Report['authors']>
  readonly dated: string
  readonly blocks: JsonText<Report['blocks']>
}

/** A report that is open to everybody, and the address that it has for good. */
export interface PublicationTable {
  readonly investigation: InvestigationId
  readonly report: ReportId
  readonly investigation_code: string
  readonly report_code: string
  readonly locale: Locale
  readonly published_at: string
}

export interface MigrationTable {
  readonly name: string
  readonly applied_at: string
}
