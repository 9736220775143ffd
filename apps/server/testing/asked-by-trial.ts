import { expect } from 'vitest'
import type { House } from '../../../casework/testing/house.ts'
import { FILE_TAKEN } from '../../../casework/testing/small-exhibit.ts'
import { packageChecked } from '../../../casework/testing/release-trials.ts'
import { TRIALS } from '../../../casework/testing/trials.ts'
import { broughtFile, digestsOf, saidOf } from './files.ts'
import { IN_ONE } from './routes-in-one.ts'

/** A request below the address of an investigation, as text: what stands in it can be replaced. */
export interface AskedText {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

type Fields = Readonly<Record<string, unknown>>

/** Under which name an act takes what its address names after this segment. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ texts: 'text', passages: 'passage', claims: 'claim', codes: 'code', findings: 'finding' },
  ...{ consents: 'consent', reports: 'report', releases: 'release', tasks: 'task', openings: 'opening' },
  ...{ estimates: 'estimate', runs: 'run', lists: 'list', 'linkage-runs': 'run', searches: 'search' },
  ...{ exhibits: 'exhibit', 'exhibit-files': 'file', packages: 'package' },
}

const SPOKEN = {
  speaker: 'W1',
  pieces: [{ words: 'Yes.', paragraph: true, from: null, to: null, doubt: null }],
}
const READ_FROM = { file: 'x.txt', sha256: 'a'.repeat(64), form: 'plain', machine: null }

/** What goes over the wire where it is not what the act takes, without what the address says. */
const SENT: Readonly<Record<string, (input: Fields, house: House) => unknown>> = {
  'POST /texts': ({ code, title, language, kind, source }) => ({
    ...{ code, title, language, kind, source, spoken: [SPOKEN], readFrom: READ_FROM },
  }),
  'POST /releases/:of/approval': ({ reason }) => ({ reason }),
  'POST /reports/:of/releases': ({ content, flags, reason }) => ({ content, flags, reason }),
  'POST /reports/:of/names': () => ({}),
  'POST /packages/:of/releases': ({ content, flags, reason }) => ({ content, flags, reason }),
  'POST /packages/:of/names': () => ({}),
  'POST /runs/:of/repetition': () => ({}),
  'POST /judgements/taken-back': ({ left, right }) => ({ left, right }),
  'POST /elements/standards': ({ element, incident, standard, reasons }) => ({
    ...{ element, incident, standard, reasons },
  }),
  'POST /exchange/files': ({ form, purpose, recipient, locale }) => ({ form, purpose, recipient, locale }),
  'POST /packages': (_, { report }) => ({ scope: { kind: 'report', report } }),
}

/** Files come in the body, and what is said of them in a header. */
const BROUGHT: Readonly<Record<string, (input: Fields, house: House) => object>> = {
  'POST /exhibits': (_, { witness }) => saidOf(BYTES, { source: witness }),
  'POST /exhibits/:of/working-copies': ({ made }) => {
    const { sha256, sha512 } = digestsOf(BYTES)
    return { name: FILE_TAKEN.name, sha256, sha512, made }
  },
}

/** The route of an act, asked as its trial has it in a house; null for what brings a form, and names nothing by id. */
export async function askedByTrial(route: string, house: House): Promise<AskedText | null> {
  const rule = IN_ONE[route]
  if (typeof rule !== 'object' || !('act' in rule) || rule.act === 'list-file.received') return null
  const trial = TRIALS[rule.act]
  expect(trial, rule.act).toBeDefined()
  const valid = (await trial?.valid(house)) as Fields
  const input = route.includes('/packages/:of') ? { ...valid, ...(await packageChecked(house)) } : valid
  return requestOf(route, without(input, 'investigation'), house)
}

function requestOf(route: string, input: Fields, house: House): AskedText {
  const [method = '', template = ''] = route.split(' ')
  const segment = /([^/]+)\/:of/.exec(template)?.[1] ?? ''
  const name = 'original' in input ? 'original' : (NAMED[segment] ?? '')
  const rest = template.includes(':of') ? without(input, name) : input
  const path = template.replace(':of', String(input[name]))
  const asked = { method, path }
  const brought = BROUGHT[route]
  if (brought) {
    const { headers } = broughtFile(BYTES, brought(input, house))
    return { ...asked, headers: headers as Record<string, string>, body: BYTES.toString() }
  }
  if (route === 'POST /exhibit-files/:of/opening')
    return { ...asked, headers: { 'content-type': FORM }, body: 'reason=To+see+it' }
  const body = JSON.stringify(SENT[route]?.(input, house) ?? rest, sentTimes)
  return { ...asked, headers: { 'content-type': 'application/json' }, body }
}

const BYTES = Buffer.from(FILE_TAKEN.name)
const FORM = 'application/x-www-form-urlencoded'

/** The bounds of a time are never sent. */
function sentTimes(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'edtf' in value
    ? without({ ...value }, 'earliest', 'latest')
    : value
}

function without(fields: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
}
