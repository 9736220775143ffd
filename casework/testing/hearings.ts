import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { digestOf, valueOf, type InvestigationId, type SourceId, type TextId } from '@corroborate/base'
import { codePointLength } from '@corroborate/testimony'
import { read } from '../../interchange/texts/testing/read.ts'
import { addText, recordConsent, recordSource } from '../acts.ts'
import type { Desk } from '../desk.ts'
import { textById } from '@corroborate/store'

/**
 * Public hearings of a statutory inquiry and its report (Open Government Licence v3.0), read for tests only. Nothing of them is kept here:
 * words are named by file, turn and place, and whoever spoke has a number.
 */
const FOLDER = '../shared/testimony'
export const HEARINGS_ARE_HERE = existsSync(FOLDER)

/** Counsel and the chair are called by title and surname; whoever is not, and speaks often, is a witness. */
const COUNSEL = /^(?:(?:Mr|Ms) \S+|Sir .*|The Witness)$/
const OFTEN = 10

/** Words of a file, by the turn in it, counted from 0, and their place among the words of the turn, in code points. */
export interface Spot {
  readonly file: string
  readonly turn: number
  readonly from: number
  readonly length: number
}

/** A text of one source: so many turns of a file from this one on. */
interface Taken {
  readonly file: string
  readonly source: SourceId
  readonly text: TextId
  readonly first: number
  readonly turns: number
}

export type Hearings = readonly Taken[]

/** Takes in every hearing, each witness with the stretch of it that is theirs, and the pages of the report that tell of cases. */
export async function takeInHearings(desk: Desk, investigation: InvestigationId): Promise<Hearings> {
  const taken: Taken[] = []
  const days = readdirSync(join(FOLDER, 'hearings')).filter((name) => name.endsWith('.rst'))
  for (const name of days) taken.push(...(await takeIn(desk, investigation, `hearings/${name}`)))
  return [...taken, ...(await takeIn(desk, investigation, REPORT))]
}

export const REPORT = 'report-volume-1/3-the-human-impact/c-case-illustrations.rst'

/** Of a file in which nobody speaks, the whole is the text of one document. */
async function takeIn(desk: Desk, investigation: InvestigationId, file: string): Promise<Hearings> {
  const { turns, labels } = await read(contentOf(file), { name: file })
  const witnesses = labels.filter(({ label, turns: often }) => often > OFTEN && !COUNSEL.test(label))
  const parts =
    witnesses.length === 0
      ? [{ kind: 'document' as const, label: null, first: 0, last: turns.length - 1 }]
      : witnesses.map(({ label }) => ({
          ...{ kind: 'witness' as const, label },
          first: turns.findIndex(({ speaker }) => speaker === label),
          last: turns.findLastIndex(({ speaker }) => speaker === label),
        }))
  const taken: Taken[] = []
  for (const [at, { kind, label, first, last }] of parts.entries()) {
    const code = `${basename(file, '.rst')}-${at + 1}`
    const source = await sourceOf(desk, investigation, { kind, code })
    const spoken = turns.slice(first, last + 1).map((turn) => ({
      speaker: turn.speaker === null ? null : turn.speaker === label ? 'W' : 'Q',
      pieces: turn.pieces,
    }))
    const readFrom = { file: code, sha256: digestOf(contentOf(file)), form: 'txt', machine: null }
    const title = { en: code }
    const about = { investigation, source, code: null, title, language: 'en', kind: 'transcript' } as const
    const text = valueOf(await addText(desk, { ...about, translationOf: null, spoken, readFrom }))
    taken.push({ file, source, text, first, turns: spoken.length })
  }
  return taken
}

async function sourceOf(
  desk: Desk,
  investigation: InvestigationId,
  { kind, code }: { readonly kind: 'witness' | 'document'; readonly code: string },
): Promise<SourceId> {
  const rated = { reliability: 'F', credibility: 6, title: { en: code }, code } as const
  const role = kind === 'witness' ? 'other' : 'report'
  const source = valueOf(await recordSource(desk, { investigation, kind, role, ...rated }))
  if (kind === 'witness')
    valueOf(
      await recordConsent(desk, {
        ...{ investigation, witness: source, allows: [{ purpose: 'analysis', recipient: 'own-team' }] },
        ...{ conceal: ['name'], explainedBy: 'A. Researcher', language: 'en', givenAt: '2026-01-02' },
      }),
    )
  return source
}

function contentOf(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8')
}

/** Where words stand in the text that holds their turn. */
export async function placeOf(
  desk: Desk,
  { investigation, hearings }: { readonly investigation: InvestigationId; readonly hearings: Hearings },
  spot: Spot,
) {
  const taken = hearings.find(
    ({ file, first, turns }) => file === spot.file && spot.turn >= first && spot.turn < first + turns,
  )
  if (taken === undefined) throw new Error(`no turn ${spot.turn} of ${spot.file} was taken in`)
  const text = await textById(desk.store.db, investigation, taken.text)
  const turn = text?.turns[spot.turn - taken.first]
  if (turn === undefined) throw new Error(`${spot.file} lost its turn ${spot.turn}`)
  const label = turn.speaker === null ? '' : `${turn.speaker}: `
  const start = turn.start + codePointLength(label) + spot.from
  return { source: taken.source, text: taken.text, start, end: start + spot.length }
}

/** The line of the file in which words stand, counted from 1; 0 when they do not. */
export function lineOf(file: string, words: string): number {
  const content = contentOf(file)
  const at = content.indexOf(words)
  return at === -1 ? 0 : content.slice(0, at).split('\n').length
}
