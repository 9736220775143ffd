/**
 * Works on each item, so many of them under way at one time, and answers what came of them in their order. What waits for other threads, as a browser's
 * own ciphers do, then waits together. The first work that throws is thrown; what is under way by then goes on unheard.
 * @param most how many at one time, 1 at least
 */
export async function atOnce<Item, Made>(
  most: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = []
  const left = items.entries()
  const hand = async () => {
    for (const [at, item] of left) made[at] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, hand))
  return made
}
