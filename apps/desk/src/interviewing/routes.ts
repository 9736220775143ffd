import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { investigation } from '../frame-routes.tsx'
import { held, wordOf, type Asked } from '../route-parts.ts'
import { interviewsOf } from './queries.ts'

export const interviews = createRoute({
  getParentRoute: () => investigation,
  path: 'interviews',
  loader: ({ context, params }) => context.queries.query(held(interviewsOf(params.investigation))),
  component: lazyRouteComponent(() => import('../screens/interviews.tsx'), 'InterviewsPlanned'),
})

/** The plan that the session kept to. */
interface RecordSearch {
  readonly plan?: string | undefined
}

export const recordInterview = createRoute({
  getParentRoute: () => investigation,
  path: 'interviews/record',
  validateSearch: (search: Asked): RecordSearch => ({ plan: wordOf(search.plan) }),
  loader: ({ context, params }) => context.queries.query(held(interviewsOf(params.investigation))),
  component: lazyRouteComponent(() => import('../screens/record-interview.tsx'), 'RecordInterview'),
})
