import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { bytesSource, type RecordKind } from '@corroborate/interchange'
import { sql } from 'kysely'
import { contentsOf, type Tables } from '@corroborate/store'
import { eachEngine } from '../store/testing/engines.ts'
import { resolveContradiction, reviewClaim, signFinding } from './acts.ts'
import { linesHere } from './package/lines-here.ts'
import { History } from './package/records-compared.ts'
import { buildHouse, type House } from './testing/house.ts'
import {
  instanceIn,
  instanceOf,
  packedBy,
  recordsIn,
  takenIn,
  type Instance,
  type Packed,
} from './testing/instances.ts'
import { writeInto } from './testing/packages.ts'
import { everyAct, TRIALS, type AnyAct } from './testing/trials.ts'

const VERIFIER = fileURLToPath(new URL('../verifier/verify.mjs', import.meta.url))

/** Done first: what others bring about stands against them. */
const FIRST: readonly string[] = [resolveContradiction, signFinding, reviewClaim].map((one) => one.actName)

/** Every act of an investigation, once. Those that end a thing are done to things of their own. */
async function everythingDoneIn(house: House): Promise<void> {
  const here = everyAct.filter(({ actName }) => TRIALS[actName]?.chain === undefined)
  const place = ({ actName }: AnyAct) => (FIRST.includes(actName) ? FIRST.indexOf(actName) : FIRST.length)
  for (const one of here.toSorted((a, b) => place(a) - place(b))) {
    const trial = TRIALS[one.actName]
    const by = trial?.by ?? ((of: House) => of.desk)
    const done = await one(by(house), (await trial?.valid(house)) ?? {})
    expect([one.actName, done.ok ? null : done.detail]).toEqual([one.actName, null])
  }
}

/** What stands otherwise than it was entered: see MAY_DIFFER of the verifier; a linkage and a run are entered by their digests, and a seal by what it says. */
const ENTERED_OTHERWISE: readonly RecordKind[] = ['lists', 'linkages', 'findings', 'runs', 'sealed-values']

const stays = (because: string) => ({ because })
const DERIVED = stays('it is computed again from what travels')
const OF_MEMBERS = stays(
  'who is a member, by which keys and with which role, is said in each instance (decision 68)',
)
const OF_THE_LEDGER = stays(
  'the lines travel with the package and are verified there; the ledger here is another (decision 68)',
)
const OF_THIS_DISK = stays('it tells of the files and processes of this instance')
const LEFT_FROM_HERE = stays(
  'what left this instance, and what has to be done about it, is followed from here',
)
const UNDECIDED = stays('a linkage travels when it was accepted; how it was come to is repeated, not carried')

/** Which kind of records carries the rows of a table from one instance of a team to another; or why it stays. */
const FATES: { readonly [Name in keyof Tables]: RecordKind | { readonly because: string } } = {
  investigation: stays('it is made from what the ledger says was opened'),
  ...{ member: OF_MEMBERS, membership: OF_MEMBERS, session: OF_MEMBERS, sign_in_link: OF_MEMBERS },
  ...{ passkey: OF_MEMBERS, challenge: OF_MEMBERS, link_release: OF_MEMBERS, passphrase: OF_MEMBERS },
  ...{ sign_in_try: OF_MEMBERS, house_secret: OF_MEMBERS, member_key: OF_MEMBERS },
  ...{ key_comparison: OF_MEMBERS, custodian_list: OF_MEMBERS },
  ...{
    source: 'sources',
    origin_link: 'origin-links',
    interview: 'interviews',
    interview_plan: 'interview-plans',
  },
  ...{ consent: 'consents', place: 'places', person: 'persons', unit: 'units' },
  ...{ list: 'lists', list_record: 'lists', linkage: 'linkages', linkage_link: 'linkages' },
  list_provenance: stays('from which file a list was read is entered where it was read'),
  ...{ list_mapping: UNDECIDED, linkage_run: UNDECIDED, linkage_pair: UNDECIDED, linkage_member: UNDECIDED },
  ...{ linkage_value: UNDECIDED, judgement: UNDECIDED },
  ...{ exhibit: 'exhibits', exhibit_file: 'exhibit-files', custody_event: 'custody' },
  ...{ fixity_check: OF_THIS_DISK, fixity_fault: OF_THIS_DISK },
  ...{ text: 'texts', text_recording: 'recordings', listening: 'listenings', translation: 'translations' },
  ...{ passage: 'passages', code: 'codes', coding: 'codings' },
  coding_opened: stays('coders elsewhere may still be blind to each other (decision 89)'),
  ...{ claim: 'claims', claim_passage: 'claims', claim_review: 'claim-reviews', resolution: 'resolutions' },
  ...{ act_table: 'act-tables', act_row: 'act-tables', contradiction: DERIVED },
  ...{ finding: 'findings', finding_claim: 'findings', finding_standing: DERIVED },
  ...{ crime_chosen: 'crimes', incident: 'incidents', element_tie: 'element-ties' },
  ...{ standard_choice: 'standard-choices', explanation_weighing: 'weighings' },
  ...{ estimate: 'estimates', estimate_claim: 'estimates', estimate_run: 'runs', report: 'reports' },
  ...{ publication: LEFT_FROM_HERE, release: LEFT_FROM_HERE, withdrawal: LEFT_FROM_HERE, task: 'promises' },
  ...{ ledger_chain: OF_THE_LEDGER, ledger_entry: OF_THE_LEDGER, ledger_content: OF_THE_LEDGER },
  ...{
    ledger_node: OF_THE_LEDGER,
    checkpoint: OF_THE_LEDGER,
    cosignature: OF_THE_LEDGER,
    time_stamp: OF_THE_LEDGER,
  },
  sealed_value: 'sealed-values',
  opening: stays('who asks to open a value here asks the custodians of this instance'),
  conflict: stays('it is what differs from the records of this instance'),
  ...{ search_shelf: DERIVED, search_word: DERIVED, search_sound: DERIVED, search_posting: DERIVED },
  saved_search: stays('it is one member’s own'),
  migration: OF_THIS_DISK,
}

eachEngine((_engine, open) => {
  let house: House
  let packed: Packed
  let field: Instance
  beforeAll(async () => {
    house = await buildHouse(await open())
    await everythingDoneIn(house)
    packed = await packedBy(await instanceOf(house), house.investigation)
    field = await instanceIn(await open())
    expect(valueOf(await takenIn(field, packed))).toMatchObject({ made: true, conflicts: 0 })
  })

  test('every table of the store travels in a package, or stays for a reason that is written down', async () => {
    const there = (await house.store.db.introspection.getTables()).map(({ name }) => name)
    expect(Object.keys(FATES).sort()).toEqual(there.sort())
    const { db } = field.store
    for (const [table, fate] of Object.entries(FATES)) {
      if (typeof fate !== 'string') continue
      const rows =
        await sql<object>`select 1 from ${sql.table(table)} where investigation = ${house.investigation}`.execute(
          db,
        )
      expect([table, rows.rows.length > 0]).toEqual([table, true])
    }
  })

  test('each record, as it stands after every act, is what the ledger says was entered', async () => {
    const { store, investigation } = house
    const history = new History()
    for await (const { content } of contentsOf(store.db, investigation)) history.take(content)
    const here = [...(await linesHere(store.db, investigation))]
    const otherwise = here
      .filter(([kind]) => !ENTERED_OTHERWISE.includes(kind))
      .flatMap(([kind, lines]) =>
        [...lines].flatMap(([key, line]) => (history.has(key, line) ? [] : `${kind} ${line}`)),
      )
    expect(otherwise).toEqual([])
  })

  test('a package of it is whole to both verifiers, and another instance has every record of it', async () => {
    expect(await recordsIn(field, house.investigation)).toEqual(
      await recordsIn(await instanceOf(house), house.investigation),
    )
    const folder = mkdtempSync(join(tmpdir(), 'corroborate-everything-'))
    await writeInto(
      folder,
      packed.kept.map(({ name, bytes }) => bytesSource(name, bytes)),
    )
    const verified = spawnSync(process.execPath, [VERIFIER, folder], { encoding: 'utf8' })
    expect(verified.stdout).toMatch(/^whole: /)
  })
})
