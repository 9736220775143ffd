import { expect, test } from 'vitest'
import { reportPage } from '../page/report-page.ts'
import { fixture, hostileFixture } from '../testing/fixture.ts'
import { dataAnnex } from './data-annex.ts'

function file(name: string, from = fixture('en')): string {
  const text = dataAnnex(from).get(name)
  if (text === undefined) throw new Error(`no ${name}`)
  return text
}

test('every kind of record has its file, and everything stands once more in one', () => {
  expect([...dataAnnex(fixture('en')).keys()].sort()).toEqual([
    'all.json',
    'alternatives.csv',
    'claims.csv',
    'contradictions.csv',
    'estimate-E1.csv',
    'findings.csv',
    'slips.csv',
    'sources.csv',
  ])
})

test('the derivation can be reckoned again from its file', () => {
  expect(file('estimate-E1.csv')).toContain(
    'P2.subtotal,subtotal,P2,144 × 20 to 144 × 30,2880,4320,C2 C4\r\n',
  )
})

test('a contradiction names the reading that shows its effect, and that reading has its range', () => {
  expect(file('contradictions.csv')).toContain('C4,C5,size,true,C4,')
  expect(file('contradictions.csv')).toContain('E1/C5-for-C4')
  expect(file('alternatives.csv')).toMatch(/E1,C5-for-C4,.*,3360,6480,3000,6000,C5\r\n/)
})

test('what a withdrawn consent covers is in no file, and is counted', () => {
  const all = dataAnnex(fixture('en'))
  for (const [name, text] of all) {
    expect(text, name).not.toContain('taken away at night')
    expect(text, name).not.toContain('A cousin said')
  }
  const { withheld } = JSON.parse(file('all.json')) as { withheld: unknown }
  expect(withheld).toEqual({ sources: 1, claims: 1 })
})

test('where only quotation is allowed, the role of the witness is not given', () => {
  const plain = fixture('en')
  const consents = plain.investigation.consents.map((consent) => ({
    ...consent,
    allows: consent.allows.filter((allowed) => allowed.purpose !== 'details'),
  }))
  const investigation = { ...plain.investigation, consents }
  expect(file('sources.csv', { ...plain, investigation })).not.toContain('former-guard')
  expect(file('claims.csv', { ...plain, investigation })).toContain('once a week, groups of ten')
})

test('nothing hostile begins a cell', () => {
  const plain = hostileFixture('en')
  const claims = plain.investigation.claims.map((claim) => ({ ...claim, topic: '=cmd|calc' }))
  const annex = dataAnnex({ ...plain, investigation: { ...plain.investigation, claims } })
  expect(annex.get('claims.csv')).toContain(",'=cmd|calc,")
})

test('the same investigation gives the same bytes', () => {
  expect([...dataAnnex(fixture('en'))]).toEqual([...dataAnnex(fixture('ar'))])
})

test('the words of a witness for a number are a quotation: given in detail, it is given in figures alone', () => {
  const plain = fixture('en')
  const claims = plain.investigation.claims.map((claim) => ({
    ...claim,
    quantity: {
      ...{ min: 3, max: 3, best: null, said: 'three, I swear', unit: 'people' },
      ...{ how: 'counted' as const, per: 'all' as const },
    },
  }))
  const under = (purpose: 'details' | 'quotation') => {
    const consents = plain.investigation.consents.map((consent) => ({
      ...consent,
      allows: [{ purpose, recipient: 'public' as const }],
    }))
    const sources = plain.investigation.sources.map((source) => ({ ...source, kind: 'witness' as const }))
    const investigation = {
      ...plain.investigation,
      claims,
      sources,
      consents: sources.flatMap((source) =>
        consents.slice(0, 1).map((consent) => ({ ...consent, witness: source.id, withdrawnAt: null })),
      ),
    }
    return { ...plain, investigation }
  }
  expect(file('claims.csv', under('quotation'))).toContain('three, I swear')
  expect(file('claims.csv', under('details'))).not.toContain('three, I swear')
  expect(file('claims.csv', under('details'))).toContain(',3,3,,people,')
  const page = (purpose: 'details' | 'quotation') =>
    reportPage({ ...under(purpose), hrefs: { stylesheet: 's', pdf: 'p', data: 'd', other: null } })
  expect(page('quotation')).toContain('three, I swear')
  expect(page('details')).not.toContain('three, I swear')
})
