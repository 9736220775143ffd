import { originOf, type OriginId, type SourceId } from '@corroborate/base'
import type { OriginLink, Source } from '@corroborate/testimony'
import { rootsOf } from './roots.ts'

/**
 * Where sources go back to. Two sources of one origin count once.
 *
 * `told-by`, `derived-from` and `same-recording` always make sources dependent; `same-household` and `joint-interview` do
 * unless a person has decided that they are independent. Dependence is followed however far it goes; sources that depend
 * on each other in a circle are one origin. An origin bears the id of the source at the root.
 * Lists with the same origins are the same list, so that whoever compares very many may compare them by identity.
 */
export interface Lineage {
  /** The roots of everything a source depends on; the source itself when it depends on nobody. Ascending. */
  readonly originsOf: (source: SourceId) => readonly OriginId[]
  /**
   * The roots of what a source knows at first hand: as `originsOf`, but what it was told by others left aside. Who saw
   * one thing and was told another is an origin of the first.
   */
  readonly firstHandOriginsOf: (source: SourceId) => readonly OriginId[]
  /** The roots of what a source passed on, not known whether it saw that or was told: both of the above. */
  readonly hearsayOriginsOf: (source: SourceId) => readonly OriginId[]
  /** Whether two sources share no origin. */
  readonly independent: (a: SourceId, b: SourceId) => boolean
  /** Whether a source is another, or reports, repeats or records it, over however many steps. */
  readonly descends: (source: SourceId, from: SourceId) => boolean
  /** What a person has not decided yet, and what therefore counts as dependence. */
  readonly undecidedLinks: readonly OriginLink[]
  /** The short public name of a source or an origin; its id when the source is not known. */
  readonly codeOf: (id: SourceId | OriginId) => string
}

/** The lineage of all sources of an investigation. Links may name sources that are not among them. */
export function lineageOf(sources: readonly Source[], links: readonly OriginLink[]): Lineage {
  const ids = [
    ...new Set([...sources.map(({ id }) => id), ...links.flatMap(({ from, to }) => [from, to])]),
  ].sort()
  const codes = new Map<string, string>(sources.map(({ id, code }) => [id, code]))
  const rootsOfSource = rootTable(ids, links.filter(countsAsDependence))
  return {
    originsOf: (source) => rootsOfSource(source).all,
    firstHandOriginsOf: (source) => rootsOfSource(source).firstHand,
    hearsayOriginsOf: (source) => rootsOfSource(source).hearsay,
    independent: (a, b) => disjoint(rootsOfSource(a).all, rootsOfSource(b).all),
    descends: descent(links),
    undecidedLinks: links.filter((link) => isForAPerson(link) && link.decision === 'undecided'),
    codeOf: (id) => codes.get(id) ?? id,
  }
}

/** Whether two lists of origins have none in common. */
export function disjoint(a: readonly OriginId[], b: readonly OriginId[]): boolean {
  return !a.some((origin) => b.includes(origin))
}

function union(a: Origins, b: Origins): Origins {
  return b.every((origin) => a.includes(origin)) ? a : [...new Set([...a, ...b])].sort()
}

function isForAPerson({ kind }: OriginLink): boolean {
  return kind === 'same-household' || kind === 'joint-interview'
}

function countsAsDependence(link: OriginLink): boolean {
  return !isForAPerson(link) || link.decision !== 'independent'
}

function isMutual({ kind }: OriginLink): boolean {
  return kind === 'same-recording' || kind === 'same-household' || kind === 'joint-interview'
}

interface Roots {
  readonly all: Origins
  readonly firstHand: Origins
  readonly hearsay: Origins
}
type Origins = readonly OriginId[]

/** One look-up for each source; a source that nobody has registered is its own origin. */
function rootTable(ids: readonly SourceId[], links: readonly OriginLink[]): (source: SourceId) => Roots {
  const one = onlyOnce()
  const all = rootsAmong(ids, links)
  const firstHand = rootsAmong(
    ids,
    links.filter(({ kind }) => kind !== 'told-by'),
  )
  const table = new Map<SourceId, Roots>()
  for (const [number, id] of ids.entries()) {
    const [known, own] = [all[number] ?? [], firstHand[number] ?? []]
    table.set(id, { all: one(known), firstHand: one(own), hearsay: one(union(known, own)) })
  }
  return (source) => {
    const known = table.get(source)
    if (known !== undefined) return known
    const itself = one([originOf(source)])
    const roots = { all: itself, firstHand: itself, hearsay: itself }
    table.set(source, roots)
    return roots
  }
}

/** Keeps one list of each content, so that lists with the same origins are the same list. */
function onlyOnce(): (origins: Origins) => Origins {
  const kept = new Map<string, Origins>()
  return (origins) => {
    const content = origins.join()
    const list = kept.get(content) ?? origins
    kept.set(content, list)
    return list
  }
}

/** Ids ascend, so that the smallest number of a circle is its smallest id, in whatever order the sources came. */
function rootsAmong(ids: readonly SourceId[], links: readonly OriginLink[]): readonly Origins[] {
  const numbers = new Map(ids.map((id, number) => [id, number]))
  const graph = ids.map((): number[] => [])
  for (const link of links) {
    const [from, to] = [numbers.get(link.from) ?? 0, numbers.get(link.to) ?? 0]
    graph[from]?.push(to)
    if (isMutual(link)) graph[to]?.push(from)
  }
  return rootsOf(graph).map((roots) => roots.flatMap((number) => ids.slice(number, number + 1)).map(originOf))
}

/** Who lives in one house reports nobody: only told-by, derived-from and same-recording carry words on. */
function descent(links: readonly OriginLink[]): Lineage['descends'] {
  const carried = new Map<SourceId, SourceId[]>()
  const carry = (from: SourceId, to: SourceId) => carried.set(from, [...(carried.get(from) ?? []), to])
  for (const link of links.filter((one) => !isForAPerson(one))) {
    carry(link.from, link.to)
    if (isMutual(link)) carry(link.to, link.from)
  }
  const known = new Map<SourceId, ReadonlySet<SourceId>>()
  return (source, from) => {
    const reached = known.get(source) ?? reachable(carried, source)
    known.set(source, reached)
    return reached.has(from)
  }
}

function reachable(
  carried: ReadonlyMap<SourceId, readonly SourceId[]>,
  start: SourceId,
): ReadonlySet<SourceId> {
  const reached = new Set([start])
  for (const source of reached) for (const next of carried.get(source) ?? []) reached.add(next)
  return reached
}
