import { createHash, randomUUID } from 'node:crypto'
import { valueOf } from '@corroborate/base'
import {
  keyOfRecord,
  KINDS,
  RECORD_KINDS,
  recordLine,
  type PackagedInvestigation,
} from '@corroborate/interchange'
import type { Investigation } from '@corroborate/report'
import { conflicts, investigationWhole } from '@corroborate/store'
import * as acts from '../acts.ts'
import type { ReadPackage } from '../package/read-package.ts'
import { History } from '../package/records-compared.ts'
import type { House } from './house.ts'
import { smallInvestigation } from './small-investigation.ts'

/** Of what an investigation by itself does not hold. */
const NONE = Object.fromEntries(KINDS.map((kind) => [RECORD_KINDS[kind], []])) as unknown as Omit<
  PackagedInvestigation,
  keyof Investigation
>

/** A package of everything as it is read, of an investigation that lies nowhere: its ledger says nothing of what came before. */
function readPackageOf(whole: Investigation): ReadPackage {
  const { id, code, title, notice, nature, thresholds } = whole
  const packaged = { ...NONE, ...whole }
  const lines = new Map(
    KINDS.map((kind) => {
      const records: readonly object[] = packaged[RECORD_KINDS[kind]]
      return [kind, new Map(records.map((record) => [keyOfRecord(record), recordLine(record)]))]
    }),
  )
  return {
    package: createHash('sha256').update(randomUUID()).digest('hex'),
    head: { id, code, title, notice, nature, thresholds },
    from: { key: 'elsewhere+00000000+AAAA', origin: 'elsewhere', size: 1, root: '00' },
    ...{ lines, history: new History() },
  }
}

function received(whole: Investigation): acts.ReceivePackage {
  return { received: readPackageOf(whole), files: new Map() }
}

/** A difference in the report of a house, which a package has brought. */
async function differing({ store, desk, investigation }: House) {
  const whole = await investigationWhole(store.db, investigation)
  if (!whole) throw new Error('the house is empty')
  const reports = whole.reports.map((report) => ({ ...report, title: randomUUID() }))
  valueOf(await acts.receivePackage(desk, received({ ...whole, reports })))
  const found = (await conflicts(store.db, investigation)).at(-1)
  if (!found) throw new Error('nothing differs')
  const { kind, record, sha256 } = found
  return { investigation, kind, record, sha256, choice: 'theirs' }
}

/** How the acts of taking packages in are tried: see laws.test.ts. */
export const PACKAGE_TRIALS = {
  'package.received': {
    valid: () => received(smallInvestigation(`received-${randomUUID()}`)),
    refused: async ({ desk }: House) => {
      const before = received(smallInvestigation(`received-${randomUUID()}`))
      valueOf(await acts.receivePackage(desk, before))
      return before
    },
    reason: 'received-before',
    chain: 'own',
  },
  'conflict.decided': {
    valid: async (house: House) => ({ ...(await differing(house)), reason: 'Theirs is the later print.' }),
    refused: async (house: House) => ({ ...(await differing(house)), reason: ' ' }),
    reason: 'no-reason',
  },
} as const
