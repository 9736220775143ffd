import { derivedId, diceFrom, type ClaimId, type PassageId } from '@corroborate/base'
import type { Investigation } from '@corroborate/report'
import { indexText, makePassage, type Passage, type Text } from '@corroborate/testimony'
import { invented } from '../../store/testing/invented.ts'
import { inventedText, vocabularies } from '../search/invented-texts.ts'

export interface Marked {
  readonly words: number
  readonly passages: number
  readonly language: 'en' | 'ar'
}

/** An invented investigation of one long text whose words are marked all over, also over each other; each twenty-fifth passage carries a claim. */
export function markedInvestigation(asked: Marked): Investigation & { readonly texts: readonly [Text] } {
  const whole = invented({ code: `marked-${asked.language}`, witnesses: 1, passagesEach: 1 })
  const [source, claim] = [whole.sources[0], whole.claims[0]]
  if (source === undefined || claim === undefined) throw new Error('nobody said anything')
  const vocabulary = vocabularies()[asked.language]
  const text = inventedText(source.id, { nth: 1, words: asked.words, vocabulary, language: asked.language })
  const passages = passagesIn(text, asked.passages)
  const claimed = passages.filter((_, at) => at % 25 === 0)
  return {
    ...whole,
    texts: [text],
    passages,
    claims: claimed.map((passage, at) => {
      const id: ClaimId = derivedId('claim', passage.id)
      return { ...claim, id, code: `C${at}`, passages: [passage.id] }
    }),
    findings: [],
  }
}

/** Stretches of 20 to 200 characters anywhere in what was said; no two are the same. */
function passagesIn(text: Text, count: number): readonly Passage[] {
  const dice = diceFrom('marks')
  const { length } = indexText(text.content)
  const made = new Map<string, Passage>()
  while (made.size < count) {
    const start = Math.floor(dice.next() * (length - 200))
    const end = start + 20 + Math.floor(dice.next() * 180)
    const id: PassageId = derivedId('passage', text.id, String(start), String(end))
    const passage = makePassage(text, { start, end }, { id, code: `P${made.size}` })
    if (passage.ok) made.set(`${start} ${end}`, passage.value)
  }
  return [...made.values()]
}
