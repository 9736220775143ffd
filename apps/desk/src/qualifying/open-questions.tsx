import { wordsIn } from '@corroborate/base'
import type { ElementsView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { InWords } from '../parts/in-words.tsx'
import { Section } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'

type View = Pick<ElementsView, 'questions' | 'incidents'>

/** What is to be asked in the next interviews, each question as it can be put to oneself before one goes. */
export function OpenQuestions({ questions, incidents }: View) {
  const { say } = useTongue()
  const sentence = useQuestion()
  return (
    <Section title={say('elements.questions')} note={say('elements.questions.note')}>
      {questions.length === 0 ? (
        <p>{say('elements.questions.none')}</p>
      ) : (
        <ol className={inputs.sentences}>
          {questions.map((question) => {
            const incident = incidents.find(({ id }) => id === question.cell.incident)
            return (
              <li key={`${question.cell.key} ${String(question.cell.incident)}`}>
                {sentence(question)}
                {incident === undefined ? null : (
                  <>
                    {' '}
                    · <InWords words={incident.name} />
                  </>
                )}
              </li>
            )
          })}
        </ol>
      )}
    </Section>
  )
}

/** An open question in the reader's language. */
export function useQuestion() {
  const { say, locale } = useTongue()
  return ({ key, cell }: ElementsView['questions'][number]) =>
    say(key, { element: wordsIn(locale, cell.element.words), numbers: cell.numbers.join(', ') })
}
