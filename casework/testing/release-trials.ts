import { derivedId, valueOf, type ReleaseId, type ReportId, type TaskId } from '@corroborate/base'
import type { FlagTally } from '@corroborate/disclosure'
import { nameOfScope, type OutsideScope } from '@corroborate/interchange'
import { USUAL_THRESHOLDS } from '@corroborate/findings'
import { insertTasks, NOT_DONE, reportById } from '@corroborate/store'
import {
  enrolMember,
  grantRole,
  openInvestigation,
  proposeRelease,
  sealIdentity,
  withdrawConsent,
} from '../acts.ts'
import { laidOut } from '../laid-out.ts'
import { contentOf } from '../released.ts'
import { freshId } from '../name-record.ts'
import { consented, deskIn, NOON, recordedSource, type House } from './house.ts'
import { keyedCustodian, nameToSeal } from './sealed.ts'

export const STOPPED: readonly FlagTally[] = [{ kind: 'sealed-name', part: 'file-name', count: 1 }]

/** A reviewer beside the member who opened the investigation. */
export async function secondDesk(house: House) {
  const member = valueOf(await enrolMember(house.operator, { name: 'R. Reviewer' }))
  const { investigation } = house
  valueOf(await grantRole(house.operator, { investigation, member, role: 'reviewer' }))
  return deskIn(house.store, member)
}

export async function proposal(house: House, reason = 'The name is her own wish.') {
  return { ...(await checked(house, house.report)), flags: STOPPED, reason }
}

/** A report as whoever checks it now has it before them. */
export async function checked({ store, investigation }: House, report: ReportId) {
  const read = await reportById(store.db, investigation, report)
  if (!read) throw new Error('there is no such report')
  return { investigation, report, of: { kind: 'report', report } as const, content: contentOf(read) }
}

/** What a body outside could ask of a house. */
export function requestAsked({ finding }: House) {
  return { kind: 'request', recipient: 'icc', findings: [finding] } as const satisfies OutsideScope
}

/** The same as whoever checks it now has it before them, by its name. */
export async function packageChecked(house: House) {
  const { desk, investigation } = house
  const scope = requestAsked(house)
  const { content } = valueOf(await laidOut(desk, { investigation, of: { kind: 'package', scope } }))
  return { package: nameOfScope(scope), content }
}

/** Proposed by a publisher who is not the desk of the house. */
async function proposedByAnother(house: House): Promise<ReleaseId> {
  const member = valueOf(await enrolMember(house.operator, { name: 'P. Publisher' }))
  const { investigation } = house
  valueOf(await grantRole(house.operator, { investigation, member, role: 'publisher' }))
  return valueOf(await proposeRelease(deskIn(house.store, member), await proposal(house)))
}

async function taskIn(house: House): Promise<{ readonly investigation: string; readonly task: TaskId }> {
  const { investigation, desk, report, consent } = house
  const id = freshId<'task'>(desk)
  const madeAt = new Date(NOON).toISOString()
  const task = {
    id,
    kind: 'correct-edition',
    subject: report,
    because: consent,
    recipient: null,
    due: null,
    words: null,
    madeAt,
    ...NOT_DONE,
  } as const
  await insertTasks(house.store.db, investigation, [task])
  return { investigation, task: id }
}

/** A consent that was given and withdrawn, by a witness who has said nothing yet: each trial counts the contents of the ledger. */
async function withdrawnIn({ desk, investigation }: House) {
  const witness = await recordedSource(desk, investigation, 'witness')
  const consent = await consented(desk, investigation, witness)
  valueOf(await withdrawConsent(desk, { investigation, consent, reason: '' }))
  return { investigation, consent }
}

/** How each act about letting go, and about what a witness takes back, is tried. */
export const RELEASE_TRIALS = {
  'release.proposed': {
    valid: (h: House) => proposal(h),
    refused: (h: House) => proposal(h, ' '),
    reason: 'no-reason',
  },
  'release.approved': {
    valid: async (h: House) => ({ ...(await proposal(h, 'So do I.')), release: await proposedByAnother(h) }),
    refused: async (h: House) => ({
      ...(await proposal(h, 'So do I.')),
      release: valueOf(await proposeRelease(h.desk, await proposal(h))),
    }),
    reason: 'by-oneself',
  },
  'identities.opened-to-check': {
    valid: async (h: House) => {
      const { custodian, sealed } = await nameToSeal(h)
      valueOf(await sealIdentity(custodian.desk, { investigation: h.investigation, sealed }))
      const { investigation, report } = h
      return { investigation, report, of: { kind: 'report', report } }
    },
    refused: async (h: House) => {
      await keyedCustodian(h)
      const report = derivedId('report', 'nowhere')
      return { investigation: h.investigation, of: { kind: 'report', report } }
    },
    reason: 'not-found',
  },
  'identities.opened-to-protect': {
    valid: async (h: House) => {
      const { custodian, sealed } = await nameToSeal(h)
      valueOf(await sealIdentity(custodian.desk, { investigation: h.investigation, sealed }))
      return { investigation: h.investigation }
    },
    refused: async (h: House) => {
      const investigation = valueOf(
        await openInvestigation(h.desk, {
          ...{ code: `empty-${Math.random()}`, title: { en: 'Another' }, notice: { en: 'Invented.' } },
          ...{ nature: 'own', thresholds: USUAL_THRESHOLDS },
        }),
      )
      const role = { investigation, member: h.member, role: 'identity-custodian' } as const
      valueOf(await grantRole(h.operator, role))
      return { investigation }
    },
    reason: 'nothing-sealed',
  },
  'testimony.erased': {
    valid: withdrawnIn,
    refused: async (h: House) => ({
      investigation: h.investigation,
      consent: await consented(h.desk, h.investigation, h.second),
    }),
    reason: 'in-force',
  },
  'task.done': {
    valid: async (h: House) => ({ ...(await taskIn(h)), note: 'The passage is gone from the edition.' }),
    refused: async (h: House) => ({ ...(await taskIn(h)), note: ' ' }),
    reason: 'no-note',
  },
} as const
