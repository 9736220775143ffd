import type { Tables } from './tables.ts'

/**
 * What no backup holds: keys to a browser that is signed in or about to be, which steps a store took, which the program knows by itself, and the index of the
 * search, which a restore makes again.
 */
type LeftOut =
  | 'session'
  | 'sign_in_link'
  | 'link_release'
  | 'challenge'
  | 'sign_in_try'
  | 'migration'
  | 'search_shelf'
  | 'search_word'
  | 'search_sound'
  | 'search_posting'
export type KeptTable = Exclude<keyof Tables, LeftOut>

/**
 * Every table that a backup holds, each with the columns that order its rows: as they were written, where that is known. In an order in
 * which each row finds those that it refers to. A table that is added to the store and not here does not compile.
 */
export const KEPT_TABLES: { readonly [Name in KeptTable]: readonly (keyof Tables[Name] & string)[] } = {
  investigation: ['id'],
  member: ['id'],
  membership: ['investigation', 'member', 'role'],
  passkey: ['member', 'made_at', 'id'],
  passphrase: ['member'],
  house_secret: ['name'],
  member_key: ['member', 'version'],
  key_comparison: ['compared_by', 'member', 'card'],
  custodian_list: ['investigation', 'version'],
  source: ['investigation', 'ordinal', 'id'],
  origin_link: ['investigation', 'ordinal', 'from_source', 'to_source', 'kind'],
  interview: ['investigation', 'ordinal', 'id'],
  interview_plan: ['investigation', 'ordinal', 'id'],
  consent: ['investigation', 'ordinal', 'id'],
  text: ['investigation', 'ordinal', 'id'],
  passage: ['investigation', 'ordinal', 'id'],
  place: ['investigation', 'ordinal', 'id'],
  person: ['investigation', 'ordinal', 'id'],
  unit: ['investigation', 'ordinal', 'id'],
  list: ['investigation', 'ordinal', 'id'],
  list_record: ['investigation', 'list', 'ordinal'],
  list_provenance: ['investigation', 'list'],
  list_mapping: ['investigation', 'ordinal'],
  linkage: ['investigation', 'ordinal', 'id'],
  linkage_link: ['investigation', 'linkage', 'ordinal'],
  linkage_run: ['investigation', 'ordinal', 'id'],
  linkage_pair: ['investigation', 'run', 'ordinal'],
  linkage_member: ['investigation', 'run', 'list', 'record'],
  linkage_value: ['investigation', 'run', 'field', 'value'],
  judgement: ['investigation', 'ordinal'],
  claim: ['investigation', 'ordinal', 'id'],
  claim_passage: ['investigation', 'claim', 'ordinal'],
  claim_review: ['investigation', 'ordinal'],
  code: ['investigation', 'ordinal', 'id'],
  coding: ['investigation', 'ordinal', 'passage', 'code', 'coder'],
  coding_opened: ['investigation', 'text'],
  listening: ['investigation', 'ordinal'],
  act_table: ['investigation', 'ordinal', 'name'],
  act_row: ['investigation', 'ordinal', 'act_table', 'number'],
  contradiction: ['investigation', 'ordinal'],
  resolution: ['investigation', 'ordinal', 'first', 'second'],
  finding: ['investigation', 'ordinal', 'id'],
  finding_claim: ['investigation', 'finding', 'side', 'ordinal'],
  finding_standing: ['investigation', 'finding'],
  crime_chosen: ['investigation', 'ordinal', 'crime'],
  incident: ['investigation', 'ordinal', 'id'],
  element_tie: ['investigation', 'ordinal'],
  standard_choice: ['investigation', 'ordinal'],
  explanation_weighing: ['investigation', 'ordinal'],
  estimate: ['investigation', 'ordinal', 'id'],
  estimate_claim: ['investigation', 'estimate', 'claim'],
  estimate_run: ['investigation', 'ordinal', 'id'],
  report: ['investigation', 'ordinal', 'id'],
  publication: ['investigation', 'report'],
  exhibit: ['investigation', 'ordinal', 'id'],
  exhibit_file: ['investigation', 'ordinal', 'id'],
  custody_event: ['investigation', 'ordinal', 'id'],
  translation: ['investigation', 'ordinal', 'translation'],
  text_recording: ['investigation', 'ordinal'],
  fixity_check: ['investigation', 'ordinal'],
  fixity_fault: ['investigation', 'fixity_check', 'file'],
  sealed_value: ['investigation', 'ordinal', 'record', 'field', 'version'],
  opening: ['investigation', 'ordinal', 'id'],
  withdrawal: ['investigation', 'ordinal', 'consent'],
  release: ['investigation', 'ordinal', 'id'],
  task: ['investigation', 'ordinal', 'id'],
  ledger_chain: ['chain'],
  ledger_entry: ['chain', 'sequence'],
  ledger_content: ['chain', 'sequence'],
  ledger_node: ['chain', 'level', 'place'],
  checkpoint: ['chain', 'size'],
  cosignature: ['chain', 'size', 'witness'],
  time_stamp: ['digest', 'authority'],
  conflict: ['investigation', 'ordinal'],
  saved_search: ['investigation', 'ordinal', 'id'],
}

export function keptTableNamed(name: string): KeptTable | null {
  return isKept(name) ? name : null
}

function isKept(name: string): name is KeptTable {
  return Object.hasOwn(KEPT_TABLES, name)
}
