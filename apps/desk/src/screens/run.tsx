import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { wordsIn } from '@corroborate/base'
import { runOf } from '../api.ts'
import { PatternStudyView } from '../how-many/pattern-study-view.tsx'
import { StudyView } from '../how-many/study-view.tsx'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { EstimateLink } from '../parts/links.tsx'
import { Page } from '../parts/page.tsx'

const route = getRouteApi('/i/$investigation/estimates/runs/$run')

/** One run as it came out, whatever has been asked since. */
export function Run() {
  const { say, locale } = useTongue()
  const { investigation, run } = route.useParams()
  const { data: view } = useSuspenseQuery(runOf(investigation, run))
  const { row, request, result } = view
  const version = say('desk.run.version-number', { version: row.version })
  return (
    <Page
      name={`${version} · ${wordsIn(locale, request.question)}`}
      kicker={
        <>
          <EstimateLink id={row.estimate}>
            <Code>{request.code}</Code>
          </EstimateLink>{' '}
          · {version} · <bdi>{row.askedBy}</bdi> <MomentText time={row.askedAt} />
        </>
      }
      heading={<InWords words={request.question} />}
      lead={row.current ? undefined : say('desk.run.inputs.changed')}
    >
      <p>
        <Link
          to="/i/$investigation/estimates/$estimate/runs"
          params={{ investigation, estimate: row.estimate }}
        >
          {say('desk.runs')}
        </Link>
      </p>
      {result === null ? <p>{say(`desk.run.state.${row.state.kind}`, { percent: 0 })}</p> : null}
      {result?.kind === 'lists' ? <StudyView study={result.study} asked={request} /> : null}
      {result?.kind === 'patterns' ? (
        <PatternStudyView study={result.study} asked={request} published={null} />
      ) : null}
    </Page>
  )
}
