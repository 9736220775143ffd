import { say } from '@corroborate/words'
import type { DraftWords } from './draft.ts'

/** What is nearly always counted, in both languages. */
export function peopleIn(): DraftWords {
  return { en: say('en', 'desk.ask.people'), ar: say('ar', 'desk.ask.people') }
}
