import { planBackup, type BackupHead, type FilesToBackUp } from '@corroborate/casework'
import { writeTar } from '@corroborate/interchange'
import { atOnce, type Db } from '@corroborate/store'
import { ageSealedTo } from '@corroborate/vault'
import { writeAll, writeBeside } from './package-folder.ts'

const TOP = 'backup'

/** Writes all of a store, as one moment has it, into one file encrypted to a recovery key; answers where its ledgers stood. */
export function writeBackup(
  db: Db,
  asked: {
    readonly out: string
    /** The recipient of the recovery key. */
    readonly to: string
    readonly at: string
    readonly files: FilesToBackUp | null
  },
): Promise<readonly BackupHead[]> {
  return atOnce(db, async (within) => {
    const plan = await planBackup(within, asked)
    const written = plan.files.map((file) => ({ ...file, name: `${TOP}/${file.name}` }))
    await writeBeside(asked.out, (beside) => writeAll(beside, ageSealedTo(writeTar(written), asked.to)))
    return plan.heads
  })
}
