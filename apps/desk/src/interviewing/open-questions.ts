import { wordsIn } from '@corroborate/base'
import type { ClaimRow, InterviewsView } from '@corroborate/server/api'
import type { PlannedQuestion } from '@corroborate/testimony'
import { useTongue } from '../locale.tsx'
import { useQuestion } from '../qualifying/open-questions.tsx'

/** What is open, as questions that a plan can take up: from elements that want words, then from accounts that contradict each other. */
export function useOpenQuestions(view: InterviewsView): readonly PlannedQuestion[] {
  const { say, locale } = useTongue()
  const sentence = useQuestion()
  const { questions, incidents, contradictions } = view
  const account = ({ code, proposition, polarity }: ClaimRow) =>
    `${code}, ${say(`polarity.${polarity}`)}: ${wordsIn(locale, proposition)}`
  return [
    ...questions.map((question) => {
      const incident = incidents.find(({ id }) => id === question.cell.incident)
      const of = incident === undefined ? '' : ` · ${wordsIn(locale, incident.name)}`
      return { words: sentence(question) + of, because: 'element' as const }
    }),
    ...contradictions.map(({ first, second }) => ({
      words: say('interview.question.contradiction', {
        first: account(first),
        second: account(second),
      }),
      because: 'contradiction' as const,
    })),
  ]
}
