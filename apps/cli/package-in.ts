import { readFile } from 'node:fs/promises'
import { takePackageIn as takeIn, type PackageReceived } from '@corroborate/casework'
import { readVerifierKey } from '@corroborate/ledger'
import { firstMember } from './first-member.ts'
import type { PackageInCommand } from './package-command-line.ts'
import { packageItems } from './package-folder.ts'
import { withFiles } from './with-files.ts'

/** Takes in a package from another instance: verified whole before a record is written. 0 also where it was taken in before. */
export async function takePackageIn(asked: PackageInCommand): Promise<number> {
  const key = readVerifierKey((await readFile(asked.key, 'utf8')).trim())
  if (!key.ok) return complain(asked, key.detail, 2)
  const items = await packageItems(asked.file)
  if (!items.ok) return complain(asked, items.detail, 2)
  const policy = { logs: [key.value], witnesses: [], quorum: { kind: 'none' } } as const
  return withFiles(asked, async ({ files, store, ...operator }) => {
    const { id: member } = await firstMember(store)
    const done = await takeIn({ ...operator, store, files, member }, { items: items.value, policy })
    if (done.ok) tell(asked, done.value)
    else if (done.reason === 'received-before') tellBefore(asked, done.detail)
    else return complain(asked, done.detail, 1)
    return 0
  })
}

function tell({ json }: PackageInCommand, received: PackageReceived): void {
  const { made, added, replaced, kept, renamed, conflicts } = received
  if (json) console.log(JSON.stringify({ ok: true, ...received }, null, 2))
  else
    console.log(`${made ? 'A new investigation here' : 'Merged'}: ${added} records added (${renamed} under another code), ${replaced} gone on from there, ${kept} gone on from here.
For a person to decide: ${conflicts}.`)
}

function tellBefore({ json }: PackageInCommand, detail: string): void {
  console.log(json ? JSON.stringify({ ok: true, changed: false, detail }, null, 2) : detail)
}

function complain({ json }: PackageInCommand, sentence: string, code: 1 | 2): number {
  if (json) console.log(JSON.stringify({ ok: false, reasons: [sentence] }, null, 2))
  else console.error(`${sentence}\nNothing was written.`)
  return code
}
