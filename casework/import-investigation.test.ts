import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { readInvestigation } from '@corroborate/interchange'
import { verifyChain } from '@corroborate/ledger'
import { assess } from '@corroborate/report'
import {
  chainOf,
  contentsOf,
  contradictions,
  findingRows,
  investigationWhole,
  publications,
} from '@corroborate/store'
import { eachEngine } from '../store/testing/engines.ts'
import { enrolMember, importInvestigation } from './acts.ts'
import { deskIn } from './testing/house.ts'
import { smallInvestigation } from './testing/small-investigation.ts'

const examples = join(import.meta.dirname, '../examples')

async function example(name: string) {
  const folder = join(examples, name)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, string>()
  for (const entry of entries.filter((one) => one.isFile() && /[.](ya?ml|md|csv|json)$/.test(one.name))) {
    const path = join(entry.parentPath, entry.name)
    files.set(relative(folder, path), await readFile(path, 'utf8'))
  }
  const read = readInvestigation(files)
  if (!read.ok) throw new Error(read.mistakes.map(({ sentence }) => sentence).join('\n'))
  return read.investigation
}

eachEngine((_engine, open) => {
  const opened = open()
  const memberOf = async () => {
    const store = await opened
    return deskIn(store, valueOf(await enrolMember(deskIn(store, 'operator'), { name: 'A. Member' })))
  }

  test.each(['saydnaya', 'training'])('%s comes in whole, and reads back as it was', async (name) => {
    const [desk, whole] = [await memberOf(), await example(name)]
    const imported = valueOf(await importInvestigation(desk, { whole }))
    expect(imported.published).toEqual(whole.reports.map((report) => report.id))
    expect(await investigationWhole(desk.store.db, whole.id)).toEqual(whole)
  })

  test('what is computed in the store is what is computed from the folder', async () => {
    const [{ store }, whole] = [await memberOf(), await example('training')]
    const assessment = assess(whole, { today: '2026-01-05', software: 'any' })
    const rows = await findingRows(store.db, whole.id)
    expect(new Map(rows.map(({ id, standing, robustness }) => [id, { standing, robustness }]))).toEqual(
      assessment.standings,
    )
    const bare = (found: typeof assessment.contradictions) => found.map((one) => JSON.stringify(one)).sort()
    expect(bare(await contradictions(store.db, whole.id))).toEqual(bare(assessment.contradictions))
  })

  test('every record has an entry, and the chain with all its contents is whole', async () => {
    const [desk, whole] = [await memberOf(), smallInvestigation('entries')]
    valueOf(await importInvestigation(desk, { whole }))
    const { db } = desk.store
    const acts: string[] = []
    for await (const entry of chainOf(db, whole.id)) acts.push(entry.act)
    const many = (act: string) => acts.filter((one) => one === act).length
    expect(acts[0]).toBe('investigation.opened')
    expect(acts.slice(-2)).toEqual(['report.published', 'investigation.imported'])
    expect(many('claim.stated')).toBe(whole.claims.length)
    expect(many('source.recorded')).toBe(whole.sources.length)
    expect(await verifyChain(chainOf(db, whole.id), contentsOf(db, whole.id))).toMatchObject({
      ok: true,
      value: { contents: acts.length },
    })
  })

  test('an investigation of one’s own is not published by coming in, nor is one in which a law is broken', async () => {
    const desk = await memberOf()
    const own = smallInvestigation('own', { nature: 'own' })
    const [report] = smallInvestigation('broken').reports
    if (!report) throw new Error('no report')
    const broken = smallInvestigation('broken', { reports: [{ ...report, title: 'Exactly 317 people' }] })
    for (const whole of [own, broken]) {
      expect(valueOf(await importInvestigation(desk, { whole })).published).toEqual([])
      const published = await publications(desk.store.db)
      expect(published.filter((one) => one.investigation === whole.id)).toEqual([])
    }
  })
})
