import { killWhileUploading } from '../apps/server/testing/kill/kill.ts'

/** `npm run kill -- 2000`: kills a process that takes in files, so many times, and looks each time what it left. */
const kills = Number(process.argv[2] ?? '100')
const killed = await killWhileUploading(kills)
for (const fault of killed.faults) console.error(fault)
console.log(
  `${killed.kills} kills during upload and commit; ${killed.acknowledged} files acknowledged; ${killed.faults.length} faults.`,
)
process.exitCode = killed.faults.length === 0 ? 0 : 1
