import { refuse, type LinkageId, type ListId, type Outcome } from '@corroborate/base'
import type { LinkedLists, OverlapRequest } from '../list-request.ts'
import { FEWEST_LISTS, MOST_LISTS, type OverlapRefusal } from '../overlap.ts'
import { drawsOf, linksOfDraw, type ListRows, type RowLink } from './linked-rows.ts'
import { peopleOnLists, type LinkedRefusal, type PeopleOnLists } from './people-on-lists.ts'
import { dividedPeople, dividedTable, type DividedOverlap } from './strata.ts'

/** What a question about lists is answered from: the lists and linkages of the investigation. */
export interface ListEvidence {
  readonly lists: readonly ListRows[]
  readonly linkages: readonly { readonly id: LinkageId; readonly links: readonly RowLink[] }[]
}

export type OverlapAskedRefusal = OverlapRefusal | LinkedRefusal | 'linkage-unknown'

/**
 * The overlap that a question asks for, whole and divided. Of a linkage with several draws the first is taken here;
 * `peopleByDraw` gives them all.
 */
export function overlapAsked(
  asked: OverlapRequest,
  evidence: ListEvidence,
): Outcome<DividedOverlap, OverlapAskedRefusal> {
  if (asked.kind === 'table') return dividedTable(asked)
  const people = peopleByDraw(asked, evidence)
  if (!people.ok) return people
  return dividedPeople(people.value[0])
}

/** The people as each draw of the linkage has them; one, where the linkage is one opinion. */
export function peopleByDraw(
  asked: LinkedLists,
  { lists, linkages }: ListEvidence,
): Outcome<readonly [PeopleOnLists, ...PeopleOnLists[]], OverlapAskedRefusal> {
  const wrong = wrongChoice(asked.lists, lists)
  if (wrong !== null) return wrong
  const linkage = linkages.find(({ id }) => id === asked.linkage)
  if (linkage === undefined) return refuse('linkage-unknown', 'The linkage of these lists is not there.')
  const chosen = asked.lists.flatMap((id) => lists.filter((list) => list.id === id))
  const ofDraw = (draw: number | null) =>
    peopleOnLists({ lists: chosen, links: linksOfDraw(linkage.links, draw), strata: asked.strata })
  const [firstDraw = null, ...laterDraws] = drawsOf(linkage.links)
  const first = ofDraw(firstDraw)
  if (!first.ok) return first
  const people: [PeopleOnLists, ...PeopleOnLists[]] = [first.value]
  for (const draw of laterDraws) {
    const later = ofDraw(draw)
    if (!later.ok) return later
    people.push(later.value)
  }
  return { ok: true, value: people }
}

/** Before rows are followed: lists beyond the limits would not fit a mask. */
function wrongChoice(asked: readonly ListId[], lists: readonly ListRows[]) {
  if (asked.length < FEWEST_LISTS)
    return refuse('too-few-lists', `Overlap needs at least ${FEWEST_LISTS} lists, found ${asked.length}.`)
  if (asked.length > MOST_LISTS)
    return refuse('too-many-lists', `At most ${MOST_LISTS} lists can be compared, found ${asked.length}.`)
  const twice = asked.find((id, at) => asked.indexOf(id) !== at)
  if (twice !== undefined) return refuse('list-twice', `List ${codeOf(lists, twice)} is chosen twice.`)
  const missing = asked.findIndex((id) => lists.every((list) => list.id !== id))
  return missing < 0 ? null : refuse('list-unknown', `The list at place ${missing + 1} is not there.`)
}

function codeOf(lists: readonly ListRows[], id: ListId): string {
  return lists.find((list) => list.id === id)?.code ?? id
}
