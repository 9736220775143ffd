import { refuse, type TextId } from '@corroborate/base'
import { insertTranslation, textById } from '@corroborate/store'
import { freezeText, type AlignedTurns, type SpokenTurn, type Translation } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import { addText } from './add-text.ts'
import type { InInvestigation } from './desk.ts'
import { notTheLast } from './last-version.ts'
import { signature } from './name-record.ts'

export interface MakeTranslation extends InInvestigation {
  readonly original: TextId
  readonly language: string
  /** What each turn of the original says in that language, in its order; empty where it was left out. */
  readonly turns: readonly string[]
}

/** Translates a text turn by turn: a text of its own, whose turns stand beside those of the original. A draft, until somebody else has read it. */
export const makeTranslation = act(
  'translation.made',
  ['researcher'],
  async (desk, input: MakeTranslation) => {
    const { investigation, original: id, language, turns } = input
    const { db } = desk.store
    const original = await textById(db, investigation, id)
    if (original === null) return NOT_FOUND
    const superseded = await notTheLast(db, { investigation, text: original })
    if (superseded) return superseded
    if (turns.length !== original.turns.length)
      return refuse(
        'not-aligned',
        `${original.code} has ${original.turns.length} turns; ${turns.length} came`,
      )
    if (language === original.language)
      return refuse('same-language', `${original.code} is in this language already`)
    const words = turns.map((one) => freezeText(one).content.trim())
    const text = await addText(desk, {
      ...{ investigation, source: original.source, title: original.title, language, code: null },
      ...{ kind: 'translation', translationOf: id },
      spoken: original.turns.map(({ speaker }, at) => spoken(speaker, words[at] ?? '')),
      readFrom: { file: original.code, sha256: original.sha256, form: 'translation', machine: null },
    })
    if (!text.ok) return text
    const translation: Translation = {
      ...{ original: id, translation: text.value, translator: await signature(desk), state: 'draft' },
      ...{ revisedBy: null, certifiedBy: null, rows: rowsOf(words) },
    }
    await insertTranslation(db, investigation, translation)
    return done<TextId>(text.value, { subject: text.value, content: translation })
  },
)

function spoken(speaker: string | null, words: string): SpokenTurn {
  return { speaker, pieces: [{ words, paragraph: false, from: null, to: null, doubt: null }] }
}

/** A turn that was left out stands alone. */
function rowsOf(words: readonly string[]): readonly AlignedTurns[] {
  let made = 0
  return words.map((one, at) => {
    const from = made
    if (one !== '') made++
    return { original: { from: at, to: at + 1 }, translation: { from, to: made }, note: null }
  })
}
