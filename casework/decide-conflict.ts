import { ok, refuse, type InvestigationId, type Json, type Outcome } from '@corroborate/base'
import { KINDS, RECORD_KINDS, subjectOfRecord, type RecordKind } from '@corroborate/interchange'
import { fieldsOf, lineOf } from '@corroborate/ledger'
import {
  conflicts,
  decideConflict as writeDecision,
  insertReceived,
  isReplaceable,
  replaceReceived,
  type ConflictAt,
  type Db,
} from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { signature } from './name-record.ts'
import { linesHere } from './package/lines-here.ts'
import { NamesTaken } from './package/records-compared.ts'
import { restand } from './restand.ts'
import { instant } from './time.ts'

export interface DecideConflict extends InInvestigation, ConflictAt {
  readonly choice: 'ours' | 'theirs'
  readonly reason: string
}

/**
 * Writes what a person decided about a record that a package brought in another form than ours. The ledger keeps both forms with the
 * decision, so that the other side, when it takes in a package from here, sees that we went on from its own.
 */
export const decideConflict = act(
  'conflict.decided',
  ['reviewer'],
  async (desk, { investigation, choice, reason, ...at }: DecideConflict) => {
    const { db } = desk.store
    const found = (await conflicts(db, investigation)).find(
      (one) => one.kind === at.kind && one.record === at.record && one.sha256 === at.sha256,
    )
    const kind = KINDS.find((one) => one === at.kind)
    if (!found || !kind) return refuse('no-conflict', 'There is no such difference here.')
    if (found.choice !== null) return refuse('decided-before', 'This was decided before, and stands.')
    if (reason.trim() === '') return refuse('no-reason', 'a decision gives its reason')
    const ours = (await linesHere(db, investigation)).get(kind) ?? new Map<string, string>()
    const mine = ours.get(at.record) ?? null
    const { theirs } = found
    const kept =
      choice === 'ours' ? ok(mine) : await takeTheirs(db, { investigation, kind, theirs, ours, mine })
    if (!kept.ok) return kept
    const by = await signature(desk)
    await writeDecision(db, investigation, {
      ...{ at, choice, reason, decided_by: by, decided_at: instant(desk.clock()) },
    })
    await restand(desk, { investigation, moved: { kind: 'everything' } })
    // What holds from now on stands last.
    const others = [mine, theirs].filter((line) => line !== kept.value)
    const records = [...others, kept.value].flatMap((line): Json[] => (line === null ? [] : [lineOf(line)]))
    const subject = subjectOfRecord(fieldsOf(lineOf(theirs)) ?? {})
    return done<null>(null, { subject, content: { ...at, choice, by, reason, records } })
  },
)

interface Theirs {
  readonly investigation: InvestigationId
  readonly kind: RecordKind
  readonly theirs: string
  readonly ours: ReadonlyMap<string, string>
  readonly mine: string | null
}

/** Writes their record: over ours, or beside what has its name. Answers the line as it is kept. */
async function takeTheirs(
  db: Db,
  { investigation, kind, theirs, ours, mine }: Theirs,
): Promise<Outcome<string, 'not-changeable'>> {
  const field = RECORD_KINDS[kind]
  const others = new Map([...ours].filter(([, line]) => line !== mine))
  const line = new NamesTaken(kind, others).takeNext(theirs)
  if (mine === null) await insertReceived(db, investigation, { field, lines: [line] })
  else if (isReplaceable(field)) await replaceReceived(db, investigation, { field, line })
  else
    return refuse(
      'not-changeable',
      'A record of this kind is never changed once it is here. Keep ours, or take theirs in as a new one.',
    )
  return ok(line)
}
