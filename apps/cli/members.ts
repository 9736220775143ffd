import { ok, refuse, type InvestigationId, type MemberId, type Outcome } from '@corroborate/base'
import {
  disableMember,
  enrolMember,
  grantRole,
  issueSignInLink,
  MEMBER_ROLES,
  roleNamed,
  takeRole,
  type Desk,
} from '@corroborate/casework'
import { allInvestigations, presentMembers, type Db } from '@corroborate/store'
import { openAskedStore } from './asked-store.ts'
import { deskOf } from './desk-of.ts'
import type { MembersCommand, MembersVerb } from './members-command-line.ts'

/** Enrols, makes links, ends memberships, gives and takes roles, as the operator: what a desk cannot do for whoever has none yet. */
export async function members(asked: MembersCommand): Promise<number> {
  const opened = await openAskedStore(asked)
  if (!opened.ok) {
    console.error(opened.detail)
    return 2
  }
  const { store } = opened.value
  try {
    const done = await doneBy(deskOf(store, 'operator'), asked)
    if (done.ok) console.log(done.value)
    else console.error(done.detail)
    return done.ok ? 0 : 1
  } finally {
    await store.close()
  }
}

async function doneBy(desk: Desk, { does, desk: address }: MembersCommand): Promise<Outcome<string>> {
  const { db } = desk.store
  if (does.verb === 'list')
    return ok((await presentMembers(db)).map(({ id, name }) => `${id}  ${name}`).join('\n'))
  if (does.verb === 'add') {
    const added = await enrolMember(desk, { name: does.who })
    return added.ok ? linkFor(desk, added.value, address) : added
  }
  const member = await memberCalled(db, does.who)
  if (!member.ok) return member
  if (does.verb === 'link') return linkFor(desk, member.value, address)
  if (does.verb === 'grant' || does.verb === 'take') return roleChanged(desk, member.value, does)
  return inWords(await disableMember(desk, { member: member.value }), 'They are a member no more.')
}

async function linkFor(desk: Desk, member: MemberId, address: string): Promise<Outcome<string>> {
  const link = await issueSignInLink(desk, { member })
  if (!link.ok) return link
  const { token, expiresAt, releases } = link.value
  const waits = releases === 0 ? '' : `\nIt works once ${releases} administrators have let it go.`
  return ok(`${address}/sign-in?token=${token}\nGood once, until ${expiresAt}.${waits}`)
}

async function roleChanged(
  desk: Desk,
  member: MemberId,
  { verb, role: named, investigation: code, until }: Extract<MembersVerb, { verb: 'grant' | 'take' }>,
): Promise<Outcome<string>> {
  const role = roleNamed(named)
  if (role === null)
    return refuse('no-role', `--role takes one of ${MEMBER_ROLES.join(', ')}, found “${named}”.`)
  const investigation = await investigationCalled(desk.store.db, code)
  if (!investigation.ok) return investigation
  const at = { investigation: investigation.value, member, role }
  if (verb === 'take') return inWords(await takeRole(desk, at), `${role} no more in ${code}.`)
  const end = until === null ? {} : { endsAt: `${until}T23:59:59.999Z` }
  return inWords(
    await grantRole(desk, { ...at, ...end }),
    `${role} in ${code}${until === null ? '' : ` until ${until}`}.`,
  )
}

function inWords(outcome: Outcome<unknown>, sentence: string): Outcome<string> {
  return outcome.ok ? ok(sentence) : outcome
}

async function memberCalled(db: Db, who: string): Promise<Outcome<MemberId>> {
  const found = (await presentMembers(db)).filter(({ id, name }) => id === who || name === who)
  const [one, other] = found
  if (one === undefined)
    return refuse('nobody', `Nobody is called “${who}”: “corroborate members” lists everybody.`)
  if (other === undefined) return ok(one.id)
  return refuse(
    'several',
    `Several are called “${who}”; give the id: ${found.map(({ id }) => id).join(', ')}`,
  )
}

async function investigationCalled(db: Db, code: string): Promise<Outcome<InvestigationId>> {
  const found = (await allInvestigations(db)).find((one) => one.code === code)
  return found ? ok(found.id) : refuse('no-investigation', `There is no investigation “${code}”.`)
}
