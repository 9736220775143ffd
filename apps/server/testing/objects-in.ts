import { derivedId, valueOf, type InvestigationId } from '@corroborate/base'
import { askEstimate, askRun } from '@corroborate/casework'
import { membersOfRun } from '@corroborate/store'
import { codeIn } from '../../../casework/testing/coding-trials.ts'
import type { House } from '../../../casework/testing/house.ts'
import { requestAsked } from '../../../casework/testing/release-trials.ts'
import { nameOfScope } from '@corroborate/interchange'
import { linkedRun } from '../../../casework/testing/linked-runs.ts'
import { askedBy, keyedMember } from '../../../casework/testing/sealed.ts'
import { receivedExhibit } from '../../../casework/testing/small-exhibit.ts'
import { smallListRequest } from '../../../core/estimate/lists/testing/small-study.ts'

/** What stands at an address, in an investigation where there is one of each. */
export type Objects = Readonly<Record<string, string>>

/** One of each, made by acts. */
export async function objectsIn(house: House): Promise<Objects> {
  const { desk, investigation, witness } = house
  const { code } = await codeIn(house)
  const estimate = valueOf(await askEstimate(desk, { investigation, code: null, asked: smallListRequest() }))
  const run = valueOf(await askRun(desk, { investigation, estimate }))
  const linked = await linkedRun(house)
  const [member] = await membersOfRun(house.store.db, linked)
  const { exhibit } = await receivedExhibit(desk, investigation)
  const { opening } = await askedBy(house, () => keyedMember(house, 'researcher'))
  return {
    ...{
      sources: witness,
      sealed: witness,
      texts: house.text,
      passages: house.passage,
      code,
      codes: code,
      claims: house.claim,
    },
    ...{ findings: house.finding, reports: house.report, estimates: estimate, runs: run, other: run },
    packages: nameOfScope(requestAsked(house)),
    ...{
      'linkage-runs': linked.run,
      lists: member?.list ?? '',
      cluster: member?.cluster ?? '',
      exhibits: exhibit,
    },
    ...{ openings: opening, pair: '1', sequence: '1' },
  }
}

const QUERIES: Readonly<Record<string, (objects: Objects) => string>> = {
  'GET /exchange': () => '?purpose=analysis&recipient=partners',
  'GET /linkage-runs/proposed': ({ lists }) => `?list=${lists}`,
  'GET /linkage-runs/:of/cluster': ({ cluster = '' }) => `?name=${encodeURIComponent(cluster)}`,
  'GET /linkage-runs/:of/explanation': ({ lists }) => `?left=${lists}.1&right=${lists}.2`,
  'GET /linkage-runs/:of/pairs/:pair': () => '?shown=yes',
}

/** The address of a route in an investigation, with what stands there. */
export function addressOf(
  route: string,
  { investigation, objects }: { readonly investigation: InvestigationId; readonly objects: Objects },
): string {
  return `/api/investigations/${investigation}${addressBelow(route, objects)}`
}

/** The same below the address of the investigation. */
export function addressBelow(route: string, objects: Objects): string {
  const path = (route.split(' ')[1] ?? '').replace(
    /([^/]+)\/:of/,
    (_, kind: string) => `${kind}/${objects[kind] ?? derivedId('source', 'nowhere')}`,
  )
  const filled = path.replaceAll(/:([a-z]+)/g, (_, name: string) => objects[name] ?? '')
  return `${filled}${QUERIES[route]?.(objects) ?? ''}`
}

/** All of an answer by which two could be told apart. */
export async function wholeOf(answer: Response): Promise<string> {
  return JSON.stringify([answer.status, [...answer.headers].sort(), await answer.text()])
}
