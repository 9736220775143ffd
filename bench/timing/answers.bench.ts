import { derivedId, valueOf } from '@corroborate/base'
import { enrolMember } from '@corroborate/casework'
import { openStore } from '@corroborate/store'
import { buildHouse, deskIn, NOON } from '../../casework/testing/house.ts'
import { codeIn, passphraseAsked } from '../../casework/testing/sign-in-trials.ts'
import { folders } from '../../store/testing/engines.ts'
import { postedJson, served } from '../../apps/server/testing/served.ts'
import { percentile } from '../measure.ts'

/**
 * Can what is refused be told from what is not there, and a known name from an unknown one, by how long the answer takes? Both are asked in
 * turn, in an order that changes with each pair; medians and the Mann-Whitney statistic of the two samples are printed. |z| under 3 is what
 * chance gives 997 times in 1,000. Not a test: a machine that does something else gives other times.
 * `PAIRS` in the environment asks more or fewer.
 */
const PAIRS = Number(process.env.PAIRS ?? 1_000)
const places = folders()
const store = valueOf(await openStore(await places.place()))
try {
  const [house, other] = [await buildHouse(store), await buildHouse(store)]
  const server = served(store)
  const session = await server.signIn(house.member)
  const get = (path: string) => () => server.ask(path, { session })
  const at = (investigation: string) => `/api/investigations/${investigation}`
  const nowhere = at(derivedId('investigation', 'nowhere'))

  await compare('an investigation of others, and one that is nowhere', [
    get(`${at(other.investigation)}/claims`),
    get(`${nowhere}/claims`),
  ])
  await compare('a claim of another investigation, and one that is nowhere', [
    get(`${at(house.investigation)}/claims/${other.claim}`),
    get(`${at(house.investigation)}/claims/${derivedId('claim', 'nowhere')}`),
  ])
  await compare('an act in an investigation of others, and in one that is nowhere', [
    () => server.ask(`${at(other.investigation)}/sources`, { ...postedJson({}), session }),
    () => server.ask(`${nowhere}/sources`, { ...postedJson({}), session }),
  ])
  const name = 'amal'
  const member = valueOf(await enrolMember(house.operator, { name }))
  const body = postedJson(passphraseAsked(deskIn(store, member), name))
  await server.ask('/api/account/passphrase', { ...body, session: await server.signIn(member) })
  await compare('the salt of a known name, and of an unknown one', [
    () => server.ask('/sign-in/passphrase/salt', postedJson({ name })),
    () => server.ask('/sign-in/passphrase/salt', postedJson({ name: 'nobody' })),
  ])
  const shown = (who: string) => () => {
    const code = codeIn(
      deskIn(store, member, () => NOON),
      0,
    )
    return server.ask('/sign-in/passphrase', postedJson({ name: who, verifier: '00'.repeat(32), code }))
  }
  // Each pair a minute later: both names are heard, and neither has to wait.
  await compare(
    'a wrong passphrase of a known name, and any of an unknown one',
    [shown(name), shown('nobody')],
    () => server.turn(61_000),
  )
} finally {
  await store.close()
  await places.remove()
}

type Asks = readonly [() => Promise<Response>, () => Promise<Response>]

async function compare(
  what: string,
  [one, other]: Asks,
  between: () => void = () => undefined,
): Promise<void> {
  const samples: [number[], number[]] = [[], []]
  const statuses = new Set<number>()
  for (let pair = -20; pair < PAIRS; pair++) {
    between()
    const inTurn = [
      [0, one],
      [1, other],
    ] as const
    for (const [of, ask] of pair % 2 === 0 ? inTurn : inTurn.toReversed()) {
      const begun = performance.now()
      const answer = await ask()
      await answer.arrayBuffer()
      // The first ones warm up the engine.
      if (pair >= 0) samples[of].push(performance.now() - begun)
      statuses.add(answer.status)
    }
  }
  const [first, second] = samples.map((sample) => `${(percentile(sample, 0.5) * 1_000).toFixed(0)} µs`)
  const z = mannWhitney(...samples)
  console.log(
    `  ${what} (${[...statuses].join(', ')}): medians ${first ?? ''} and ${second ?? ''}, z = ${z.toFixed(2)}`,
  )
}

/** The rank-sum statistic of two samples of one size, as a standard normal; ties are of no weight among times of nanoseconds. */
function mannWhitney(one: readonly number[], other: readonly number[]): number {
  const ranked = [
    ...one.map((time) => ({ time, first: true })),
    ...other.map((time) => ({ time, first: false })),
  ].sort((a, b) => a.time - b.time)
  const sum = ranked.reduce((total, { first }, at) => total + (first ? at + 1 : 0), 0)
  const [n, m] = [one.length, other.length]
  return (sum - (n * (n + m + 1)) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
}
