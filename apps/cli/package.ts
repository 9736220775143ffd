import { existsSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { makePackage, type Desk, type FilesDesk } from '@corroborate/casework'
import type { PackagePlan, PackageScope } from '@corroborate/interchange'
import { askAuthority, openSigning, stampHead } from '@corroborate/server'
import { findings, reports, type InvestigationHead } from '@corroborate/store'
import { askedServe, project } from './asked-store.ts'
import type { PackageCommand } from './package-command-line.ts'
import { firstMember } from './first-member.ts'
import { investigationNamed } from './investigation-named.ts'
import { writePackage } from './package-folder.ts'
import { withFiles } from './with-files.ts'

/** Makes a package of an investigation, enters it in the ledger, and writes it to a folder or a tar file. */
export async function makePackageFile(asked: PackageCommand): Promise<number> {
  if (existsSync(asked.out))
    return complain(`${asked.out} is there already; a package is never written over.`)
  const named = await askedServe(asked)
  if (!named.ok) return complain(named.detail)
  return withFiles(asked, async (operator) => {
    const signing = await openSigning(named.value.signing, randomBytes)
    if (!signing.ok) return complain(signing.detail)
    try {
      return await makeWith(asked, operator, signing.value)
    } finally {
      signing.value.release()
    }
  })
}

type Signed = Extract<Awaited<ReturnType<typeof openSigning>>, { ok: true }>['value']

async function makeWith(
  asked: PackageCommand,
  { files, ...operator }: FilesDesk,
  { signing, authorities }: Signed,
): Promise<number> {
  const { store, clock } = operator
  const found = await askedIn(store, asked)
  if (!found.ok) return complain(found.detail)
  const { investigation, scope } = found.value
  const { id: member } = await firstMember(store)
  const script = await readFile(join(project, 'verifier/verify.mjs'), 'utf8')
  const stamping = { db: store.db, authorities, ask: askAuthority, random: randomBytes, clock }
  const plan = await makePackage(
    { ...operator, member },
    { investigation: investigation.id, scope, signing, script, files },
    async (head) => {
      for (const sentence of await stampHead(stamping, head)) console.error(sentence)
    },
  )
  if (!plan.ok) return complain(plan.detail)
  await writePackage(asked.out, plan.value)
  tell(asked, plan.value)
  return 0
}

async function askedIn(
  store: Desk['store'],
  asked: PackageCommand,
): Promise<Outcome<{ readonly investigation: InvestigationHead; readonly scope: PackageScope }>> {
  const named = await investigationNamed(store, asked.investigation)
  if (!named.ok) return named
  const investigation = named.value
  const scope = await scopeIn(store, { asked, investigation })
  return scope.ok ? ok({ investigation, scope: scope.value }) : scope
}

async function scopeIn(
  { db }: Desk['store'],
  {
    asked: { scope },
    investigation: { id },
  }: { readonly asked: PackageCommand; readonly investigation: InvestigationHead },
): Promise<Outcome<PackageScope>> {
  if (scope.kind === 'investigation') return ok({ kind: 'investigation' })
  if (scope.kind === 'report') {
    const written = await reports(db, id)
    const report = written.find(({ code, locale }) => code === scope.code && locale === scope.locale)
    return report
      ? ok({ kind: 'report', report: report.id })
      : refuse(
          'no-report',
          `There is no report ${scope.code} in ${scope.locale}; there are: ${written.map(({ code, locale }) => `${code} (${locale})`).join(', ')}.`,
        )
  }
  const known = await findings(db, id)
  const named = scope.findings.map((code) => known.find((finding) => finding.code === code)?.id ?? code)
  const ids = known.flatMap((finding) => (named.includes(finding.id) ? [finding.id] : []))
  const missing = scope.findings.find((code) => !known.some((finding) => finding.code === code))
  return missing === undefined
    ? ok({ kind: 'request', recipient: scope.recipient, findings: ids })
    : refuse('no-finding', `There is no finding ${missing} in this investigation.`)
}

function tell({ out, json }: PackageCommand, { id, about, files, bytes }: PackagePlan): void {
  if (json) {
    console.log(JSON.stringify({ ok: true, package: id, out, files: files.length, bytes, ...about }, null, 2))
    return
  }
  const counted = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')
  const withheld = Object.entries(about.withheld).map(([kind, counts]) => `${kind}: ${counted(counts)}`)
  console.log(`Written to ${out}: package ${id}, ${files.length} files, ${bytes} bytes.
Given     ${counted(about.given)}.
Withheld  ${withheld.length === 0 ? 'nothing' : withheld.join('; ')}.
Ledger    ${about.ledger.size} lines; ${about.lines.given} of them with their entry.
Stamped   ${about.tokens === 0 ? 'by nobody: no authority for time-stamps is configured, or none answered' : `${about.tokens} times`}.
Whoever receives it reads VERIFY.txt in it.`)
}

function complain(sentence: string): number {
  console.error(sentence)
  return 1
}
