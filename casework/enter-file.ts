import type { InvestigationId } from '@corroborate/base'
import { insertExhibitFiles, type HeldFile } from '@corroborate/store'
import { appendLines } from './append-lines.ts'
import type { Desk } from './desk.ts'
import { fileAlone } from './package/packaged-investigation.ts'

/**
 * Writes the row of a file, and a line of its own in the ledger that commits to it word for word: whoever is handed this file, and nothing
 * else of its exhibit, can prove when it was received, and by whom. Called within the act that receives it.
 */
export async function enterFile(desk: Desk, investigation: InvestigationId, file: HeldFile): Promise<void> {
  await insertExhibitFiles(desk.store.db, investigation, [file])
  const line = { act: 'exhibit-file.entered', subject: file.id, content: fileAlone(file) }
  await appendLines(desk, { chain: investigation, actor: String(desk.member), lines: [line] })
}
