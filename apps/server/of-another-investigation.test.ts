import { beforeAll, expect, test } from 'vitest'
import { derivedId, parseId, valueOf, type Id } from '@corroborate/base'
import {
  acceptLinkageRun,
  codePassage,
  planInterview,
  proposeRelease,
  recordPlace,
  signWhatChanged,
} from '@corroborate/casework'
import { buildHouse, plainClaim, type House } from '../../casework/testing/house.ts'
import { filedList } from '../../casework/testing/linked-runs.ts'
import { filesForTest, signingForTest } from '../../casework/testing/packages.ts'
import { proposal } from '../../casework/testing/release-trials.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { askedByTrial, type AskedText } from './testing/asked-by-trial.ts'
import { addressBelow, objectsIn, wholeOf, type Objects } from './testing/objects-in.ts'
import { IN_ONE } from './testing/routes-in-one.ts'
import { served, type Served } from './testing/served.ts'

/** Routes that name nothing of an investigation. */
const NAMES_NOTHING: Readonly<Record<string, string>> = {
  'POST /list-files': 'a form with a file',
  'POST /list-files/preview': 'the same, only looked at',
  'POST /roles': 'a member, who belongs to no investigation',
  'POST /roles/taken': 'a member likewise',
  'GET /ledger/:sequence/proof': 'a line of its own ledger, by its number',
  'POST /custodians': 'members, and their keys',
  'POST /exchange/files': 'for what, and to whom',
  'POST /exchange/projects': 'what it makes, under ids that the file brings: casework/take-work-in.test.ts',
  'POST /sealed-names': 'all that is sealed here',
  'POST /searches': 'what one keeps for oneself, and is looked up each time it is asked',
  'POST /sources': 'what it makes',
  'POST /persons': 'what it makes',
  'POST /units': 'what it makes',
  'POST /elements/crimes': 'crimes, which are the same everywhere',
  'POST /elements/incidents': 'what it makes',
}

/** Where an id is that of what comes, and no question after what is there. */
const BRINGS_ITS_IDS = '/exchange/projects'

/** What can be named besides what the trial of an act names: each as it is sent. */
const MORE: Readonly<Record<string, readonly ((own: Objects) => string | object)[]>> = {
  'POST /standing': [
    ({ claims, sources }) => ({
      ...{ kind: { kind: 'attribution', to: sources, beneath: { en: 'A unit' } } },
      ...{ claimsFor: [claims], claimsAgainst: [] },
    }),
  ],
  'POST /search': [
    ({ texts }) => ({ words: 'men', narrowing: { ...NARROWING, text: texts }, from: 0 }),
    ({ codes }) => ({ words: 'men', narrowing: { ...NARROWING, code: codes }, from: 0 }),
  ],
  'POST /overlap': [(own) => ({ overlap: linked(own), seed: 's' })],
  'POST /estimates': [(own) => ({ code: null, asked: { ...QUESTION, overlap: linked(own), seed: 's' } })],
  'POST /codes': [({ codes }) => ({ name: { en: 'Within' }, key: null, memo: null, within: codes })],
  'POST /interviews': [
    ({ plan, sources }) => ({
      ...{ code: null, witness: sources, date: '2026-01-03', place: { en: 'abroad' }, remote: false },
      ...{ interviewer: 'A', interpreter: null, languages: ['en'], others: [], priorAccounts: [] },
      ...{ distress: null, referralOffered: true, plan, promises: [] },
    }),
  ],
  'POST /places': [
    ({ place }) => ({ code: null, name: { en: 'A room' }, kind: 'room', within: place, aliases: [] }),
  ],
  'POST /claims': [
    ({ place, sources, passages, second }) => ({
      ...{ ...plainClaim, when: null, source: sources, passages: [passages], place },
      basis: { kind: 'told-by', chain: [second], vantage: null },
    }),
  ],
  'POST /findings': [
    ({ sources, claims }) => ({
      ...{ code: null, kind: { kind: 'attribution', to: sources, beneath: { en: 'A unit' } } },
      ...{ proposition: { en: 'It was they.' }, claimsFor: [claims], claimsAgainst: [], elements: [] },
    }),
  ],
  'POST /judgements': [
    ({ lists, 'linkage-runs': run }) => ({
      ...{ left: { list: lists, row: 1 }, right: { list: lists, row: 2 }, verdict: 'same', why: null, run },
    }),
  ],
  'GET /without': [({ sources }) => `?source=${sources}`],
  'GET /claims': [({ sources }) => `?source=${sources}`],
  'GET /ledger': [({ claims }) => `?record=${claims}`],
}

const NARROWING = { kind: null, text: null, code: null, speaker: null, language: null }
const QUESTION = {
  ...{ question: { en: 'How many?' }, unit: { en: 'people' }, rounding: { kind: 'none' } },
  assumptions: [{ code: 'A1', words: { en: 'One.' } }],
}

function linked({ linkage, lists, another }: Objects) {
  return { kind: 'linked', linkage, lists: [lists, another], strata: [] }
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Every way in which a route is asked for what stands in one investigation. */
async function askedOf(route: string, house: House, objects: Objects): Promise<readonly AskedText[]> {
  const method = route.split(' ')[0] ?? ''
  const path = addressBelow(route, objects)
  const read = { method, path, headers: {}, body: null }
  const more = (MORE[route] ?? []).map((of): AskedText => {
    const said = of(objects)
    return typeof said === 'string'
      ? { ...read, path: `${path}${said}` }
      : { ...read, headers: { 'content-type': 'application/json' }, body: JSON.stringify(said) }
  })
  const tried = await askedByTrial(route, house)
  if (tried) return [tried, ...more]
  return method === 'GET' ? [read, ...more] : more
}

/** What an asked text says, and the answer to it, may be told apart by the id that was asked for alone. */
const HERE = '<what was asked for>'

function replaced(asked: AskedText, id: string, by: string): AskedText {
  const { method, path, headers, body } = asked
  const changed = (text: string) => text.replaceAll(id, by)
  return {
    ...{ method, path: changed(path), body: body === null ? null : changed(body) },
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, changed(value)])),
  }
}

function idsIn({ path, headers, body }: AskedText): readonly string[] {
  return [path, ...Object.values(headers), body ?? ''].flatMap((text) => text.match(ID) ?? [])
}

eachEngine((_engine, open) => {
  const opened = open()
  let theirs: House
  let ours: House
  let server: Served
  let session: string
  let there: Objects
  let here: Objects
  beforeAll(async () => {
    const store = await opened
    theirs = await buildHouse(store)
    ours = await buildHouse(store)
    there = await moreIn(theirs)
    here = await moreIn(ours)
    const signing = await signingForTest()
    await signWhatChanged({ ...ours.desk, signing }, { all: true })
    server = served(store, { signing, files: await filesForTest() })
    session = await server.signIn(ours.member)
  })

  /** Each id that is asked for, with what stands in its place in the other investigation. Members and investigations are no objects of one. */
  async function namedIn(own: AskedText, other: AskedText): Promise<ReadonlyMap<string, string>> {
    const { db } = ours.store
    const spared = new Set<string>(
      (
        await Promise.all([
          db.selectFrom('member').select('id').execute(),
          db.selectFrom('investigation').select('id').execute(),
        ])
      )
        .flat()
        .map(({ id }) => id),
    )
    if (own.path === BRINGS_ITS_IDS) return new Map()
    const [mine, foreign] = [idsIn(own), idsIn(other)]
    expect(foreign).toHaveLength(mine.length)
    return new Map(mine.flatMap((id, i) => (spared.has(id) ? [] : [[id, foreign[i] ?? '']])))
  }

  async function answerTo({ method, path, headers, body }: AskedText, id = ''): Promise<string> {
    const answer = await server.ask(`/api/investigations/${ours.investigation}${path}`, {
      ...{ method, headers, body, session },
    })
    const whole = await wholeOf(answer)
    return id === '' ? whole : whole.replaceAll(id, HERE)
  }

  test.each(Object.keys(IN_ONE))(
    '%s says of what another investigation has what it says of nothing',
    async (route) => {
      const [own, others] = [await askedOf(route, ours, here), await askedOf(route, theirs, there)]
      let named = 0
      for (const [i, asked] of own.entries()) {
        const other = others[i]
        if (!other) throw new Error('it is not asked of the other investigation')
        const ids = await namedIn(asked, other)
        const ofNone = new Map<string, string>()
        for (const [id, foreign] of ids) {
          const nowhere = derivedId('source', 'nowhere', id)
          ofNone.set(id, await answerTo(replaced(asked, id, nowhere), nowhere))
          expect(await answerTo(replaced(asked, id, foreign), foreign), id).toBe(ofNone.get(id))
        }
        // That each refusal was of the id, and of nothing before it: where all is there, another thing is said.
        const ofOurs = await answerTo(asked)
        for (const [id, said] of ofNone) expect(ofOurs.replaceAll(id, HERE), id).not.toBe(said)
        named += ids.size
      }
      if (!route.startsWith('GET') || route.includes(':')) expect(named > 0).toBe(!(route in NAMES_NOTHING))
      expect(server.reported).toEqual([])
    },
  )
})

async function moreIn(house: House): Promise<Objects> {
  const { desk, investigation, second, witness } = house
  const objects = await objectsIn(house)
  const at = { investigation, code: null }
  const place = valueOf(
    await recordPlace(desk, { ...at, name: { en: 'The mill' }, kind: 'building', within: null, aliases: [] }),
  )
  const [code, text] = [idOf<'code'>(objects.codes), house.text]
  valueOf(await codePassage(desk, { investigation, text, code, memo: null, start: 25, end: 60 }))
  const { list: another } = await filedList(house)
  const questions = [{ words: 'Who else saw it?', because: 'own' }] as const
  const plan = valueOf(await planInterview(desk, { investigation, witness, due: null, questions }))
  const said = { title: { en: 'By hand' }, madeBy: { en: 'A rule' } }
  const run = idOf<'linkage-run'>(objects['linkage-runs'])
  const linkage = valueOf(await acceptLinkageRun(desk, { ...at, ...said, run }))
  valueOf(await proposeRelease(desk, await proposal(house)))
  return { ...objects, second, place, plan, linkage, another }
}

function idOf<Kind extends string>(text = ''): Id<Kind> {
  const id = parseId<Kind>(text)
  if (id === null) throw new Error('it was not made')
  return id
}
