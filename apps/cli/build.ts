import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readInvestigation } from '@corroborate/interchange'
import { assess, studiedAsAsked, type Assessment, type Investigation } from '@corroborate/report'
import type { Build } from './command-line.ts'
import { readFolder } from './folder.ts'
import { reportFiles } from './report-files.ts'
import { assessmentAsData, assessmentInWords } from './say-assessment.ts'
import { SOFTWARE } from './software.ts'

/** An investigation folder becomes a report. Everything is made before anything is written. */
export async function build(asked: Build): Promise<number> {
  const files = await readFolder(asked.folder)
  if (!files.ok) return complain(asked.json, [files.detail], 2)
  const read = readInvestigation(files.value)
  if (!read.ok)
    return complain(
      asked.json,
      read.mistakes.map(({ sentence }) => sentence),
      2,
    )
  const { investigation } = read
  const ask = { today: dayOf(investigation), software: SOFTWARE }
  const assessment = studiedAsAsked(investigation, assess(investigation, ask), ask)
  if (assessment.breaches.length > 0) return complain(asked.json, breachesInWords(assessment), 1)
  const made = await reportFiles(investigation, assessment, tellWatcher)
  await writeAll(asked.out, made)
  tell(asked, { investigation, assessment, written: [...made.keys()] })
  return 0
}

/**
 * Consent is asked of the day that stands on the report, so that the same folder gives the same bytes tomorrow; or of the last
 * withdrawal in the folder, where that is later: no report is dated back to before it.
 */
function dayOf({ reports, consents }: Investigation): string {
  const withdrawn = consents.map(({ withdrawnAt }) => withdrawnAt).filter((day) => day !== null)
  return [...reports.map(({ dated }) => dated), ...withdrawn].sort().at(-1) ?? '9999-12-31'
}

function breachesInWords(assessment: Assessment): readonly string[] {
  return assessment.breaches.map(({ at, law, subject, detail }) => {
    const place = at === null ? `${subject}: ` : `${at.file}:${at.line}: `
    return `${place}${law}: ${detail}`
  })
}

function complain(json: boolean, sentences: readonly string[], code: 1 | 2): number {
  if (json) console.log(JSON.stringify({ ok: false, reasons: sentences }, null, 2))
  else for (const sentence of sentences) console.error(sentence)
  if (!json)
    console.error(`Nothing was written. ${code === 1 ? 'Refused' : 'Mistakes'}: ${sentences.length}.`)
  return code
}

/** Progress is for somebody who watches; a file or a pipe gets the result alone. */
function tellWatcher(line: string): void {
  if (process.stderr.isTTY) console.error(line)
}

async function writeAll(out: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of files) {
    const path = join(out, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
}

interface Told {
  readonly investigation: Investigation
  readonly assessment: Assessment
  readonly written: readonly string[]
}

function tell(asked: Build, { investigation, assessment, written }: Told): void {
  if (asked.json) {
    const data = assessmentAsData(investigation, assessment)
    console.log(
      JSON.stringify({ ok: true, ...data, written: written.map((name) => join(asked.out, name)) }, null, 2),
    )
    return
  }
  console.log(assessmentInWords(investigation, assessment))
  console.log(
    `\nWritten to ${asked.out}: ${written.filter((name) => !name.startsWith('assets/')).join(', ')}`,
  )
}
