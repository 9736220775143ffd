import * as acts from './acts.ts'
import type { Act } from './act.ts'
import { ASK_FRESH_PROOF, PROOF_FRESH_FOR_MS } from './fresh-proof.ts'
import { admits, MEMBER_ROLES, readsContent, rolesNamed, type Permission } from './permission.ts'

const HEAD = `# Roles: who may do what

Printed from the code by \`node casework/print-roles.ts\`; a test fails when this page is not what the code says.

Roles are given per investigation; a member can have several there, and none elsewhere. Whoever opens or imports an investigation is researcher, reviewer, legal adviser, statistician and publisher in it. Everything else is granted, act by act written in the ledger.

- **Member**: whoever is enrolled, with or without a role anywhere.
- **Operator**: whoever sits at the terminal of the machine and has the store's passphrase. Does there what an administrator does, but for letting a link go, and makes the first administrators; has no desk and reads nothing through it. While fewer than two people administer, an operator could make a link for somebody else and enter as them: the ledger shows the link and the sign-in. From then on two administrators, and no operator, let each link go.
- **Administrator**: gives and takes roles in one investigation and **reads nothing in it**: who is administrator there holds no other role there, and nobody grants to themselves. Whoever administers one also keeps the members of the house: enrols them, makes and lets go their sign-in links, ends their sessions and their membership. They see who is a member and how they come in, and of investigations only those that they administer, by code and title, with who is what in them.\n- **Monitor**: has an end, and is gone with it at the next request. Every other role may have one.

To somebody without the right, every act and every read answers as if the thing did not exist.
`

const OPEN =
  'Signing in is open to everybody who holds a link (`member.signed-in`), a passkey (`member.signed-in-by-passkey`), or a passphrase and a code (`member.signed-in-by-passphrase`); `passkey.counter-went-back` is what the door writes down of a passkey that was copied.'

/** The matrix of acts and roles as a page, so that what it says is what the code does. */
export function rolesPage(): string {
  const columns = ['act', ...MEMBER_ROLES, 'member', 'operator']
  const rows = everyAct().map(({ actName, permission }) => [`\`${actName}\``, ...admitted(permission)])
  const reads = ['_read the content_', ...MEMBER_ROLES.map((role) => mark(readsContent([role]))), '', '']
  return `${HEAD}\n${table([columns, ...[...rows, reads]])}\n${OPEN}\n${asked()}`
}

function asked(): string {
  const names = [...ASK_FRESH_PROOF].map((name) => `\`${name}\``).join(', ')
  return `\nWhoever signed in more than ${PROOF_FRESH_FOR_MS / 60_000} minutes ago shows once more who they are before: ${names}.\n`
}

function everyAct(): readonly Pick<Act<never, unknown, string>, 'actName' | 'permission'>[] {
  const exported: readonly unknown[] = Object.values(acts)
  return exported.filter(isAct).sort((a, b) => (a.actName < b.actName ? -1 : 1))
}

function isAct(exported: unknown): exported is Act<never, unknown, string> {
  return typeof exported === 'function' && 'actName' in exported && 'permission' in exported
}

/** A member with one role is asked for as such: who has no role at all is the column after. */
function admitted(permission: Permission): readonly string[] {
  const named = rolesNamed(permission)
  return [
    ...MEMBER_ROLES.map((role) => mark(named.includes(role))),
    mark(permission === 'any-member'),
    mark(admits(permission, { member: 'operator', roles: [] }) && permission !== 'anyone'),
  ]
}

function mark(may: boolean): string {
  return may ? 'yes' : ''
}

/** Markdown with its columns in line. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(3, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line), ''].join('\n')
}
