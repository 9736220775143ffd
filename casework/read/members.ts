import type { InvestigationId, MemberId } from '@corroborate/base'
import {
  administrators,
  houseMembers,
  investigationsOf,
  lastDoneInHouse,
  linksToRelease,
  membershipsIn,
  type Db,
  type HouseMember,
  type Membership,
} from '@corroborate/store'
import { canBeLetGo } from '../issue-sign-in-link.ts'
import { MEMBER_ROLES, roleNamed } from '../permission.ts'
import type {
  InvestigationNamed,
  LinkToRelease,
  MemberSeen,
  MembersView,
  RoleHeld,
  TeamView,
  WayIn,
} from '../shapes-of-members.ts'
import { signInByPasskey } from '../sign-in-by-passkey.ts'
import { signInByPassphrase } from '../sign-in-by-passphrase.ts'
import { signIn } from '../sign-in.ts'
import { instant } from '../time.ts'
import { readingIn, type Reader } from './reader.ts'

const SIGN_INS = [signIn, signInByPasskey, signInByPassphrase].map(({ actName }) => actName)

/** Who is a member of the house, how do they come in, and what are they where I administer? Null to who administers nowhere. */
export async function readMembers({ store: { db }, member: me, clock }: Reader): Promise<MembersView | null> {
  if (me === null || me === 'operator') return null
  const now = instant(clock())
  const investigations = await administeredBy(db, me, now)
  if (investigations.length === 0) return null
  const known = {
    administering: await administrators(db, now),
    cameIn: await lastDoneInHouse(db, SIGN_INS),
    roles: Map.groupBy(await membershipsIn(db, idsOf(investigations), now), ({ member }) => member),
  }
  return {
    ...{ me, investigations, roles: MEMBER_ROLES },
    members: (await houseMembers(db, now)).map((member) => seen(member, known)),
    links: (await linksToRelease(db, now)).map((link) => standing(link, me)),
  }
}

/** Who is of this investigation, and as what? */
export function readTeam(reader: Reader, investigation: InvestigationId): Promise<TeamView | null> {
  return readingIn(reader, investigation, async (db) => {
    const each = Map.groupBy(
      await membershipsIn(db, [investigation], instant(reader.clock())),
      ({ member }) => member,
    )
    return {
      members: [...each].map(([id, held]) => ({
        id,
        name: held[0]?.name ?? '',
        roles: held.flatMap(roleIn),
      })),
    }
  })
}

async function administeredBy(db: Db, member: MemberId, now: string): Promise<readonly InvestigationNamed[]> {
  return (await investigationsOf(db, { member, now }))
    .filter(({ roles }) => roles.includes('administrator'))
    .map(({ id, code, title }) => ({ id, code, title }))
}

function idsOf(investigations: readonly InvestigationNamed[]): readonly InvestigationId[] {
  return investigations.map(({ id }) => id)
}

interface Known {
  readonly administering: readonly MemberId[]
  readonly cameIn: ReadonlyMap<string, string>
  readonly roles: ReadonlyMap<MemberId, readonly Membership[]>
}

function seen(
  { id, name, createdAt, endedAt, passkeys, hasPassphrase, sessions }: HouseMember,
  { administering, cameIn, roles }: Known,
): MemberSeen {
  const lastCameIn = cameIn.get(id)
  return {
    ...{ id, name, sessions, enrolledOn: dayOf(createdAt), endedOn: endedAt && dayOf(endedAt) },
    cameInOn: lastCameIn === undefined ? null : dayOf(lastCameIn),
    waysIn: waysIn({ passkey: passkeys > 0, passphrase: hasPassphrase }),
    administers: administering.includes(id),
    canBeSentLink: canBeLetGo(administering, id),
    roles: (roles.get(id) ?? []).flatMap((held) =>
      roleIn(held).map((role) => ({ investigation: held.investigation, ...role })),
    ),
  }
}

function waysIn(has: Readonly<Record<WayIn, boolean>>): readonly WayIn[] {
  return (['passkey', 'passphrase'] as const).filter((way) => has[way])
}

function roleIn({ role, endsAt }: Membership): readonly RoleHeld[] {
  const known = roleNamed(role)
  return known === null ? [] : [{ role: known, endsAt }]
}

function dayOf(time: string): string {
  return time.slice(0, 10)
}

function standing(
  { hash, member, name, expiresAt, releases, releasedBy }: Awaited<ReturnType<typeof linksToRelease>>[number],
  me: MemberId,
): LinkToRelease {
  const released = releasedBy.length
  const stand =
    released >= releases
      ? 'let-go'
      : member === me
        ? 'for-me'
        : releasedBy.includes(me)
          ? 'released-by-me'
          : 'mine-to-release'
  return { link: hash, member, name, expiresAt, releases, released, stand }
}
