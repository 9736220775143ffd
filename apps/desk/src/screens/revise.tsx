import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { wordsIn } from '@corroborate/base'
import { isPatternRequest } from '@corroborate/estimate'
import { estimateOf } from '../api.ts'
import { ListForm } from '../how-many/ask/list-form.tsx'
import { PatternForm } from '../how-many/ask/pattern-form.tsx'
import { useTongue } from '../locale.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { EstimateLink } from '../parts/links.tsx'
import { Page } from '../parts/page.tsx'

const route = getRouteApi('/i/$investigation/estimates/$estimate/revise')

/** A question that was asked, to be asked otherwise: what was run of it is kept. */
export function Revise() {
  const { say, locale } = useTongue()
  const { investigation, estimate } = route.useParams()
  const { data: view } = useSuspenseQuery(estimateOf(investigation, estimate))
  const { request } = view
  return (
    <Page
      name={`${say('desk.ask.revise')} · ${wordsIn(locale, view.question)}`}
      kicker={
        <EstimateLink id={view.id}>
          <Code>{view.code}</Code> <InWords words={view.question} />
        </EstimateLink>
      }
      heading={say('desk.ask.revise')}
      lead={say('desk.ask.revise.note')}
    >
      {isPatternRequest(request) ? <PatternForm asked={request} /> : <ListForm asked={request} />}
    </Page>
  )
}
