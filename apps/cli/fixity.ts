import { checkFixity } from '@corroborate/casework'
import { orphansInWords } from '@corroborate/server'
import type { Fixity } from './command-line.ts'
import { withFiles } from './with-files.ts'

/** Reads every file of every exhibit again, and names what is missing, altered, or lies there without a name. */
export function fixity(asked: Fixity): Promise<number> {
  return withFiles(asked, async (desk) => {
    const { investigations, orphans } = await checkFixity(desk)
    const whole = investigations.every(({ told }) => told.length === 0)
    if (asked.json) {
      console.log(JSON.stringify({ ok: whole, investigations, orphans }, null, 2))
      return whole ? 0 : 1
    }
    if (investigations.length === 0) console.log('There are no exhibits.')
    for (const { code, check, told } of investigations) {
      const { files, bytes } = check
      console.log(
        `${code}: ${files} files read again, ${bytes} bytes: ${told.length === 0 ? 'all whole.' : 'NOT WHOLE:'}`,
      )
      for (const sentence of told) console.log(`  ${sentence}`)
    }
    if (orphans.length > 0) console.log(orphansInWords(orphans, desk.files.store.inWords))
    return whole ? 0 : 1
  })
}
