import { valueOf } from '@corroborate/base'
import { expect, test } from 'vitest'
import { id } from '../../core/report/testing/investigation.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { enrolMember, importInvestigation, withdrawConsent } from '../acts.ts'
import { makeMemory } from '../memory.ts'
import { publishedAnnex, readPublished, type Reader } from '../reads.ts'
import { deskIn } from '../testing/house.ts'
import { smallInvestigation } from '../testing/small-investigation.ts'

eachEngine((_engine, open) => {
  const opened = open()

  test('what was begun before a consent was withdrawn is not remembered as what stands after it', async () => {
    const store = await opened
    const member = valueOf(await enrolMember(deskIn(store, 'operator'), { name: 'A. Publisher' }))
    const desk = deskIn(store, member)
    const whole = smallInvestigation('overtaken')
    valueOf(await importInvestigation(desk, { whole }))
    const reader: Reader = { ...desk, member: null, memory: makeMemory() }
    const sourcesIn = async (published: Awaited<ReturnType<typeof openNow>>) =>
      (await publishedAnnex(reader, published)).get('sources.csv') ?? ''
    const openNow = async () => {
      const address = { investigationCode: 'overtaken', reportCode: 'report', locale: 'en' } as const
      const published = await readPublished(reader, address)
      if (published?.kind !== 'open') throw new Error('the report is not open')
      return published
    }
    const before = await openNow()
    const [consent] = whole.consents
    if (consent === undefined) throw new Error('nobody consented')
    expect(consent.witness).toBe(id.source('W1'))
    valueOf(await withdrawConsent(desk, { investigation: whole.id, consent: consent.id, reason: '' }))
    expect(await sourcesIn(before)).toContain('Source W1')
    expect(await sourcesIn(await openNow())).not.toContain('Source W1')
  })
})
