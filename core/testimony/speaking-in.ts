import type { SourceId, TextId } from '@corroborate/base'
import type { Text } from './text.ts'

/**
 * Whose words a text holds: those of its own source, and of every text that it translates, under whichever source the translation was entered.
 * @param texts by their ids; what is not among them is not known
 */
export function speakingIn(texts: ReadonlyMap<TextId, Text>, id: TextId): ReadonlySet<SourceId> {
  const speaking = new Set<SourceId>()
  const seen = new Set<TextId>()
  for (let at: TextId | null = id; at !== null && !seen.has(at);) {
    seen.add(at)
    const text = texts.get(at)
    if (text === undefined) break
    speaking.add(text.source)
    at = text.translationOf
  }
  return speaking
}
