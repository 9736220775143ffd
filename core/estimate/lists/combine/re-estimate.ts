import { ok, refuse, type Dice, type Outcome } from '@corroborate/base'
import type { Answered, Caution, PopulationAnswer } from '../answer.ts'
import type { StratumSource } from '../list-request.ts'
import type { Overlap } from '../overlap.ts'
import type { ListRows, RowLink } from '../overlap/linked-rows.ts'
import { peopleOnLists, type PeopleOnLists } from '../overlap/people-on-lists.ts'
import { dividedPeople } from '../overlap/strata.ts'
import { breakLinks } from './break-links.ts'
import {
  combineReplicates,
  type Combined,
  type CombineRefusal,
  type Replicate,
} from './combine-replicates.ts'

/** How one completed data set is answered; the dice are its own. */
export type EstimateReplicate = (overlap: Overlap, dice: Dice) => Answered<Replicate>

/**
 * The same question on each of several opinions of who is who, as one answer (`combineReplicates`): draws of an uncertain linkage, or people with
 * imputed labels. An opinion on which the method gives no answer is left out and said; an answer needs half of them at least.
 */
export function combineOverPeople(
  people: readonly PeopleOnLists[],
  how: {
    readonly level: number
    readonly dice: Dice
    readonly estimate: EstimateReplicate
    /** Only this stratum; null for all people. */
    readonly stratum: string | null
  },
): Outcome<Combined, CombineRefusal | 'replicates-without-answer'> {
  const answers = people.map((one, at) => answerOn(one, how, how.dice.fork(`replicate ${at + 1}`)))
  const replicates = answers.flatMap((answer) => (answer?.ok === true ? [answer.value] : []))
  const silent = answers.length - replicates.length
  if (silent * 2 > answers.length) {
    const why = answers.find((answer) => answer !== null && !answer.ok)
    return refuse(
      'replicates-without-answer',
      `${silent} of ${answers.length} replicates have no answer${why?.ok === false ? `: ${why.detail}` : '.'}`,
    )
  }
  const combined = combineReplicates(replicates, { level: how.level })
  if (!combined.ok || silent === 0) return combined
  const said: Caution = { code: 'replicates-without-answer', args: { silent, replicates: answers.length } }
  return ok({ ...combined.value, cautions: [...combined.value.cautions, said] })
}

function answerOn(
  people: PeopleOnLists,
  { stratum, estimate }: { readonly stratum: string | null; readonly estimate: EstimateReplicate },
  dice: Dice,
): Answered<Replicate> | null {
  const divided = dividedPeople(people)
  if (!divided.ok) return divided
  const { whole, strata } = divided.value
  const overlap = stratum === null ? whole : strata.find(({ name }) => name === stratum)?.overlap
  return overlap === undefined ? null : estimate(overlap, dice)
}

/** Overlaps as they would be if this share of the matches had been missed, each from other dice. */
export interface WeakenedLinks {
  readonly share: number
  readonly overlaps: readonly Overlap[]
}

/** What one share of missed matches does, in the mean of several goes at it. */
export interface MissedMatches {
  readonly share: number
  readonly goes: number
  /** Goes in which the method gave a point. */
  readonly answered: number
  readonly observed: number
  /** Null when it gave none. */
  readonly point: number | null
}

/**
 * The counts that are left when a share of the matches is undone at random. A missed match takes a person off the overlap and adds one to those
 * observed, so that both push an answer up.
 */
export function weakenLinks(
  linked: {
    readonly lists: readonly ListRows[]
    readonly links: readonly RowLink[]
    readonly strata: readonly StratumSource[]
  },
  how: { readonly shares: readonly number[]; readonly goes: number; readonly dice: Dice },
): readonly WeakenedLinks[] {
  return how.shares.map((share) => ({
    share,
    overlaps: Array.from({ length: how.goes }, (_, at) => {
      const links = breakLinks(linked.links, { share, dice: how.dice.fork(`${share} ${at + 1}`) })
      const people = peopleOnLists({ ...linked, links })
      const divided = people.ok ? dividedPeople(people.value) : people
      return divided.ok ? [divided.value.whole] : []
    }).flat(),
  }))
}

/** How an answer moves when matches are missed: the same question asked of each weakened overlap. */
export function missedMatches(
  weakened: readonly WeakenedLinks[],
  estimate: (overlap: Overlap) => Answered<PopulationAnswer>,
): readonly MissedMatches[] {
  return weakened.map(({ share, overlaps }) => {
    const points = overlaps.flatMap((overlap) => {
      const answer = estimate(overlap)
      return answer.ok && answer.value.point !== null ? [answer.value.point] : []
    })
    return {
      share,
      goes: overlaps.length,
      answered: points.length,
      observed: meanOf(overlaps.map(({ observed }) => observed)) ?? 0,
      point: meanOf(points),
    }
  })
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
