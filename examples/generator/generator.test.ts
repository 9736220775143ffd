import { test as prop, fc } from '@fast-check/vitest'
import type { ClaimId } from '@corroborate/base'
import { verifyPassage } from '@corroborate/testimony'
import { readInvestigation } from '@corroborate/interchange'
import { assess, type Assessment, type Investigation } from '@corroborate/report'
import { expect, test } from 'vitest'
import { exampleFiles } from '../example-files.ts'
import { findingsCompared, rangesCompared } from './comparison.ts'
import { MARK, trainingFolder } from './folder.ts'
import { generate, WITNESSES } from './generate.ts'
import { idOf } from './ids.ts'
import { DATED, SEED } from './world/seed.ts'

const committed = exampleFiles('training')
const { runs } = readOf(committed)
const files = trainingFolder(SEED, runs)
const { investigation: made, truth } = generate(SEED)
const investigation = readOf(files)
const assessment = assessed(investigation)

function readOf(folder: ReadonlyMap<string, string>): Investigation {
  const read = readInvestigation(folder)
  if (read.ok) return read.investigation
  throw new Error(JSON.stringify(read.mistakes.slice(0, 5), null, 2))
}

function assessed(of: Investigation): Assessment {
  return assess(of, { today: DATED, software: 'test' })
}

function standingIn(computed: Assessment, code: string): string | undefined {
  return computed.standings.get(idOf('finding', code))?.standing.kind
}

test('the same seed makes the same files, and another seed makes others', () => {
  expect(trainingFolder(SEED, runs)).toEqual(files)
  expect(trainingFolder('another', runs).get('claims.yaml')).not.toEqual(files.get('claims.yaml'))
})

test('the committed folder is what the generator makes, byte for byte', () => {
  expect([...committed.keys()].sort()).toEqual([...files.keys()].sort())
  const parted = [...committed].filter(([name, content]) => files.get(name) !== content)
  expect(parted.map(([name]) => name)).toEqual([])
})

test('the folder is read back as what was made', () => {
  expect({ ...investigation, reports: [] }).toEqual({ ...made, runs })
  expect(investigation.reports.map(({ locale }) => locale).sort()).toEqual(['ar', 'en'])
})

test('the folder stays under three megabytes', () => {
  const bytes = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0)
  expect(bytes).toBeLessThan(3_000_000)
})

test('every file that can hold a comment says at its head that it is invented and generated', () => {
  const unmarked = [...files]
    .filter(([name]) => !/\.(csv|json)$/.test(name) && name !== 'README.md')
    .filter(([, content]) => !content.split('\n', 2).includes(MARK))
  expect(unmarked.map(([name]) => name)).toEqual([])
  expect(files.get('README.md')).toMatch(/^<!-- Invented, for training/)
})

test('there are eighty-four witnesses of the kinds of the record, each with an interview, a consent and a text', () => {
  const kinds = Object.groupBy(WITNESSES, ({ role }) => role)
  expect(Object.fromEntries(Object.entries(kinds).map(([role, all]) => [role, all.length]))).toEqual({
    'former-detainee': 31,
    'former-guard': 2,
    'former-official': 2,
    judge: 3,
    doctor: 3,
    lawyer: 4,
    expert: 17,
    relative: 22,
  })
  for (const { id } of investigation.sources.filter(({ kind }) => kind === 'witness')) {
    expect(investigation.interviews.filter(({ witness }) => witness === id)).toHaveLength(1)
    expect(investigation.consents.filter(({ witness }) => witness === id)).toHaveLength(1)
    expect(investigation.texts.filter(({ source }) => source === id)).toHaveLength(1)
  }
})

test('no two accounts are alike, each has eight to fourteen turns, and half of them are in Arabic', () => {
  const accounts = investigation.texts.filter(({ code }) => code.startsWith('W'))
  expect(new Set(accounts.map(({ content }) => content)).size).toBe(accounts.length)
  expect(
    accounts.filter(({ turns }) => turns.length < 8 || turns.length > 14).map(({ code }) => code),
  ).toEqual([])
  expect(accounts.filter(({ language }) => language === 'ar')).toHaveLength(42)
})

test('Arabic accounts have short vowels, Arabic-Indic digits and tokens in some places', () => {
  const arabic = investigation.texts.filter(({ language }) => language === 'ar').map(({ content }) => content)
  expect(arabic.filter((content) => /\p{M}{2,}/u.test(content)).length).toBeGreaterThan(3)
  expect(arabic.filter((content) => /[٠-٩]/.test(content)).length).toBeGreaterThan(20)
  expect(arabic.filter((content) => /⟦P\d\d⟧/.test(content)).length).toBeGreaterThan(10)
})

test('every passage says what stands at its place', () => {
  const texts = new Map(investigation.texts.map((text) => [text.id, text]))
  const wrong = investigation.passages.filter((passage) => {
    const text = texts.get(passage.text)
    return text === undefined || !verifyPassage(text, passage).ok
  })
  expect(wrong).toEqual([])
})

test('what a claim says to be its words stands in its passage', () => {
  const passages = new Map(investigation.passages.map((passage) => [passage.id, passage.exact]))
  const strange = investigation.claims.filter(({ quantity, passages: [passage] }) => {
    return quantity !== null && !(passages.get(passage) ?? '').includes(quantity.said)
  })
  expect(strange.map(({ code }) => code)).toEqual([])
})

test('there are four to six hundred claims, of every mode, basis and polarity that a record of accounts has', () => {
  const { claims } = investigation
  expect(claims.length).toBeGreaterThanOrEqual(400)
  expect(claims.length).toBeLessThanOrEqual(600)
  expect(new Set(claims.map(({ mode }) => mode)).size).toBe(5)
  expect(new Set(claims.map(({ polarity }) => polarity)).size).toBe(3)
  expect(new Set(claims.map(({ basis }) => basis.kind)).size).toBe(10)
})

test.each(findingsCompared(investigation, assessment, truth))(
  'finding $code stands as its truth expects: $expected',
  ({ agrees, computed, expected }) => {
    expect(agrees, `computed ${computed}, expected ${expected}`).toBe(true)
  },
)

test('the findings show every kind of standing', () => {
  const kinds = new Set([...assessment.standings.values()].map(({ standing }) => standing.kind))
  expect(kinds).toEqual(
    new Set([
      'unsupported',
      'secondary-only',
      'uncorroborated',
      'corroborated',
      'strongly-corroborated',
      'contradicted',
      'attributed',
    ]),
  )
})

test('the range holds the true total, and so does each period', () => {
  const ranges = rangesCompared(investigation, assessment, truth)
  expect(ranges).toHaveLength(5)
  expect(ranges.filter(({ holds }) => !holds)).toEqual([])
})

test('an open contradiction touches an input of the estimate and shows its effect as an alternative', () => {
  const [answer] = [...assessment.estimates.values()]
  if (answer?.ok !== true) throw new Error('no estimate')
  const read: readonly ClaimId[] = answer.value.claims
  const open = assessment.contradictions.filter(({ resolution, first, second }) => {
    return resolution === null && (read.includes(first) || read.includes(second))
  })
  expect(open.map(({ about }) => about)).toContain('size')
  const codes = answer.value.alternatives.map(({ code }) => code)
  expect(codes).toContain('D02-c3-for-W34-c4')
  expect(codes).toContain('W33-c5-for-W32-c10')
})

test('no law is broken by the reports in either language', () => {
  expect(assessment.breaches).toEqual([])
})

test('the liar contradicts a finding until a person sets him aside, and without him nothing is to set aside', () => {
  const heard = assessed({ ...investigation, findings: investigation.findings.map(undismissed) })
  for (const code of ['F01', 'F04', 'F13', 'F14']) {
    expect(standingIn(heard, code)).toBe('contradicted')
    expect(standingIn(assessment, code)).toBe('strongly-corroborated')
  }
  const liar = idOf('source', truth.lied[0] ?? '')
  const claims = investigation.claims.filter(({ source }) => source !== liar)
  const silent = assessed({ ...investigation, claims, findings: investigation.findings.map(undismissed) })
  for (const code of ['F01', 'F04', 'F13', 'F14'])
    expect(standingIn(silent, code)).toBe('strongly-corroborated')
})

function undismissed(finding: Investigation['findings'][number]): Investigation['findings'][number] {
  return { ...finding, claimsAgainst: finding.claimsAgainst.map(({ claim }) => ({ claim, dismissed: null })) }
}

test('the two who rehearsed count once; held independent they would corroborate what never was', () => {
  expect(standingIn(assessment, 'F06')).toBe('uncorroborated')
  expect(truth.findings.find(({ code }) => code === 'F06')?.truth).toBe('false')
  const originLinks = investigation.originLinks.map((link) =>
    link.kind === 'joint-interview'
      ? { ...link, decision: 'independent' as const, reason: 'for the test' }
      : link,
  )
  expect(standingIn(assessed({ ...investigation, originLinks }), 'F06')).toBe('corroborated')
})

test('a decided household corroborates, an undecided one does not', () => {
  expect(standingIn(assessment, 'F20')).toBe('uncorroborated')
  expect(standingIn(assessment, 'F21')).toBe('strongly-corroborated')
})

test('two findings stood higher before consents were withdrawn', () => {
  const consents = investigation.consents.map((consent) => ({ ...consent, withdrawnAt: null }))
  const before = assessed({ ...investigation, consents })
  expect([standingIn(before, 'F07'), standingIn(assessment, 'F07')]).toEqual([
    'strongly-corroborated',
    'uncorroborated',
  ])
  expect([standingIn(before, 'F18'), standingIn(assessment, 'F18')]).toEqual([
    'uncorroborated',
    'unsupported',
  ])
})

test('nobody in the truth is held dead', () => {
  expect(new Set(truth.people.map(({ fate }) => fate))).toEqual(new Set(['taken', 'transferred', 'released']))
  expect(truth.people.filter(({ fate }) => fate === 'taken')).toHaveLength(truth.total)
  expect(new Set(truth.missing.map(({ fate }) => fate)).size).toBe(3)
})

test('each row of each list is one person of the truth, and the lists overlap', () => {
  const known = new Set(truth.people.map(({ person }) => person))
  for (const { code, rows } of investigation.lists) {
    const members = truth.listMembers.filter(({ list }) => list === code)
    expect(members.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1))
    expect(members.every(({ person }) => known.has(person))).toBe(true)
  }
  const lists = Object.groupBy(truth.listMembers, ({ person }) => person)
  const onSeveral = Object.values(lists).filter((rows) => new Set(rows?.map(({ list }) => list)).size > 1)
  expect(onSeveral.length).toBeGreaterThan(100)
})

test('the linkage by hand is nearly right: a few matches missed, fewer made that are wrong', () => {
  const [linkage] = investigation.linkages
  if (linkage === undefined) throw new Error('no linkage')
  const codes = new Map(investigation.lists.map(({ id, code }) => [id, code]))
  const truly = new Map(truth.listMembers.map(({ list, row, person }) => [`${list} ${row}`, person]))
  const rows = linkage.links.map(({ list, row, person }) => ({
    held: person,
    true_: truly.get(`${codes.get(list) ?? ''} ${row}`) ?? '',
  }))
  expect(rows).toHaveLength(truth.listMembers.length)
  const people = new Set(rows.map(({ true_ }) => true_)).size
  const joined = rows.length - people
  const missed = new Set(rows.map(({ held, true_ }) => `${held} ${true_}`)).size - people
  const wrong = [...Map.groupBy(rows, ({ held }) => held).values()].filter(
    (same) => new Set(same.map(({ true_ }) => true_)).size > 1,
  ).length
  expect(missed / joined).toBeGreaterThan(0.02)
  expect(missed / joined).toBeLessThan(0.06)
  expect(wrong).toBeGreaterThan(0)
  expect(wrong / people).toBeLessThan(0.02)
})

prop.prop([fc.integer({ min: 1, max: 1_000 })], { numRuns: 5 })(
  'other seeds make investigations that stand as expected too',
  (seed) => {
    const other = generate(`law-${seed}`)
    const computed = assessed(other.investigation)
    const parted = findingsCompared(other.investigation, computed, other.truth).filter(
      ({ agrees }) => !agrees,
    )
    expect(parted).toEqual([])
    const ranges = rangesCompared(other.investigation, computed, other.truth)
    expect(ranges.filter(({ holds }) => !holds)).toEqual([])
  },
)
