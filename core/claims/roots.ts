/** A directed graph: for each node, the nodes it depends on. */
export type Graph = readonly (readonly number[])[]

/**
 * For each node, the roots it goes back to. A root depends on nothing outside itself; nodes that depend on each other in a
 * circle count as one, under the smallest of their numbers. Linear in nodes and edges, and needs no deep stack.
 * @see Kosaraju's algorithm (Sharir 1981)
 */
export function rootsOf(graph: Graph): readonly (readonly number[])[] {
  const circles = circlesOf(graph)
  const rootsOfCircle: (readonly number[])[] = []
  // Circles are numbered so that who depends on another has the smaller number: from the last one, all below are known.
  for (let circle = circles.members.length - 1; circle >= 0; circle--) {
    const members = circles.members[circle] ?? []
    const below = new Set(
      members.flatMap((node) => (graph[node] ?? []).map((next) => circles.of[next] ?? circle)),
    )
    below.delete(circle)
    rootsOfCircle[circle] =
      below.size === 0
        ? [members.reduce((a, b) => Math.min(a, b))]
        : [...new Set([...below].flatMap((next) => rootsOfCircle[next] ?? []))].sort((a, b) => a - b)
  }
  return graph.map((_, node) => rootsOfCircle[circles.of[node] ?? 0] ?? [node])
}

/** Which circle each node is in, and who is in each; a node outside any circle is one by itself. */
function circlesOf(graph: Graph): {
  readonly of: readonly number[]
  readonly members: readonly (readonly number[])[]
} {
  const back = reversed(graph)
  const of = new Array<number>(graph.length).fill(-1)
  const members: number[][] = []
  for (const start of finished(graph).reverse()) {
    if (of[start] !== -1) continue
    const circle = members.length
    const found: number[] = []
    const open = [start]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (of[node] !== -1) continue
      of[node] = circle
      found.push(node)
      for (const next of back[node] ?? []) open.push(next)
    }
    members.push(found)
  }
  return { of, members }
}

/** The nodes in the order in which a depth-first walk is done with them. */
function finished(graph: Graph): number[] {
  const done: number[] = []
  const seen = new Set<number>()
  for (let start = 0; start < graph.length; start++) {
    const path = seen.has(start) ? [] : [{ node: start, next: 0 }]
    seen.add(start)
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const to = graph[step.node]?.[step.next++]
      if (to === undefined) {
        done.push(step.node)
        path.pop()
      } else if (!seen.has(to)) {
        seen.add(to)
        path.push({ node: to, next: 0 })
      }
    }
  }
  return done
}

function reversed(graph: Graph): Graph {
  const back = graph.map((): number[] => [])
  for (const [node, nexts] of graph.entries()) for (const next of nexts) back[next]?.push(node)
  return back
}
