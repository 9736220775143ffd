import { useQuery } from '@tanstack/react-query'
import { printNumber } from '@corroborate/base'
import type { ReviewStateView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Num } from '../parts/numbers.tsx'
import { Section } from '../parts/page.tsx'
import { Contradictions } from './contradictions.tsx'
import { reviewStateOf } from './queries.ts'

type Reviewer = ReviewStateView['reviewers'][number]
type Agreement = ReviewStateView['agreements'][number]

/** Who judged how many pairs, how far two of them agree beyond chance, and which words cannot all be true. */
export function ReviewState({ run }: { readonly run: string }) {
  const { say, locale } = useTongue()
  const { data } = useQuery({ ...reviewStateOf(useInvestigation(), run), staleTime: 0 })
  if (data === undefined || data.reviewers.length === 0) return null
  const reviewers: readonly Column<Reviewer>[] = [
    { name: 'name', head: say('desk.review.reviewer'), look: 'main', cell: ({ name }) => <bdi>{name}</bdi> },
    {
      name: 'judged',
      head: say('desk.review.judged'),
      look: 'number',
      cell: ({ judged }) => <Num value={judged} />,
    },
  ]
  const hundredth = (value: number) => printNumber(locale, Math.round(value * 100) / 100, 2)
  const agreements: readonly Column<Agreement>[] = [
    {
      name: 'reviewers',
      head: say('desk.review.reviewers'),
      look: 'main',
      cell: ({ reviewers: [one, other] }) => (
        <>
          <bdi>{one}</bdi>
          {say('desk.list.plus')}
          <bdi>{other}</bdi>
        </>
      ),
    },
    {
      name: 'pairs',
      head: say('desk.review.both'),
      look: 'number',
      cell: ({ pairs }) => <Num value={pairs} />,
    },
    {
      name: 'agreed',
      head: say('desk.review.agreed'),
      look: 'number',
      cell: ({ agreed }) => <Num value={agreed} />,
    },
    {
      name: 'kappa',
      head: say('desk.review.kappa'),
      look: 'number',
      cell: ({ kappa, interval: [low, high] }) =>
        say('desk.review.kappa.value', {
          kappa: hundredth(kappa),
          low: hundredth(low),
          high: hundredth(high),
        }),
    },
  ]
  return (
    <Section title={say('desk.review.who')} note={say('desk.review.who.note')}>
      <Contradictions found={data.contradictions} />
      <DataTable
        label={say('desk.review.who')}
        columns={reviewers}
        rows={data.reviewers}
        keyOf={({ name }) => name}
      />
      {data.agreements.length === 0 ? null : (
        <DataTable
          label={say('desk.review.kappa')}
          columns={agreements}
          rows={data.agreements}
          keyOf={(one) => one.reviewers.join(' ')}
        />
      )}
    </Section>
  )
}
