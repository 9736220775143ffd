import type { ConsentId, MemberId, ReleaseId, TaskId } from '@corroborate/base'
import type { FlagTally, TableShown } from '@corroborate/disclosure'
import type { JsonText } from './json.ts'
import type { Owned } from './owned.ts'
import type { Uses } from './uses.ts'

/** A consent that was withdrawn: why, and what it had been used for by then. */
export interface WithdrawalTable extends Owned {
  readonly consent: ConsentId
  readonly reason: string
  readonly withdrawn_by: MemberId
  readonly withdrawn_at: string
  readonly uses: JsonText<Uses>
  readonly erased_by: MemberId | null
  readonly erased_at: string | null
}

/** Somebody proposes to let go what the check stopped; somebody else approves. */
export interface ReleaseTable extends Owned {
  readonly id: ReleaseId
  /** What would leave: the id of a report that is to be published, or the name of what a package gives. */
  readonly output: string
  /** Digest of what it says: the release holds for that and nothing else. */
  readonly content: string
  readonly flags: JsonText<readonly FlagTally[]>
  readonly proposed_by: MemberId
  readonly proposed_at: string
  readonly reason: string
  readonly approved_by: MemberId | null
  readonly approved_at: string | null
  readonly approved_because: string | null
  /** Null of what was stated before tables were kept. */
  readonly tables: JsonText<readonly Pick<TableShown, 'named' | 'table'>[]> | null
}

/** Something that a person has to do because of an act. */
export interface TaskTable extends Owned {
  readonly id: TaskId
  readonly kind: 'correct-edition' | 'tell-recipient' | 'keep-promise'
  /** What it is to be done to: a report; or the interview in which it was promised. */
  readonly subject: string
  /** The id of what brought it about: a consent, an interview. */
  readonly because: string
  readonly recipient: string | null
  /** By which day, and what in the words of who made it; null where the kind says all. */
  readonly due: string | null
  readonly words: string | null
  readonly made_at: string
  readonly done_by: MemberId | null
  readonly done_at: string | null
  readonly note: string | null
}
