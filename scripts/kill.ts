import { keptKills, keepKills } from '../apps/cli/testing/kill/kept-kills.ts'
import { killAtWork, killsIn } from '../apps/cli/testing/kill/kill.ts'

/**
 * `npm run kill -- 2000 out/kill.json`: kills a process at its work so many times, and looks what it left. What was found is kept in the
 * file that is named, and a run that was stopped goes on from there.
 */
const [asked, kept] = [process.argv[2] ?? '100', process.argv[3] ?? null]
if (!/^[1-9]\d*$/.test(asked)) {
  console.error(`How many kills? Expected a whole number from 1 on, found “${asked}”.`)
  process.exit(2)
}
const kills = Number(asked)
const A_ROUND = 40

const before = keptKills(kept)
const began = performance.now()
const killed = await killAtWork({
  ...{ kills, aRound: A_ROUND, before },
  tell: async (now) => {
    for (const fault of now.faults) console.error(fault)
    const [done, each] = [killsIn(now), (performance.now() - began) / (killsIn(now) - killsIn(before))]
    console.log(`${done} of ${kills}: killed at ${counted(now.kills)}; ${each.toFixed(0)} ms each`)
    await keepKills(kept, now)
  },
})
console.log(
  `${killsIn(killed)} kills, at ${counted(killed.kills)}; acknowledged: ${counted(killed.acknowledged)}; ${killed.faults.length} faults.`,
)
process.exitCode = killed.faults.length === 0 ? 0 : 1

function counted(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ')
}
