import { derivedId, valueOf } from '@corroborate/base'
import { listEstimateOf, type ListEstimate, type ListRequest } from '@corroborate/estimate'
import type { Investigation } from '@corroborate/report'
import { expect, test } from 'vitest'
import { inventedListStudy } from '../testing/invented-list-study.ts'
import { listsTitled } from './lists-titled.ts'

const request: ListRequest = {
  ...{ id: derivedId('estimate', 'test', 'lists'), code: 'lists', question: { en: 'How many?' } },
  ...{ unit: { en: 'people' }, rounding: { kind: 'none' }, seed: '1' },
  assumptions: [{ code: 'closed', words: { en: 'Nobody left.' } }],
  overlap: { kind: 'linked', linkage: derivedId('linkage', 'test', 'l'), lists: [], strata: [] },
}
const estimate = valueOf(
  listEstimateOf(
    request,
    inventedListStudy({
      verdict: {
        ...{ kind: 'at-least', least: 2310, interval: null },
        reasons: [{ code: 'lists-apart', args: { groups: 'Families+Hospital | Press', people: 3 } }],
      },
    }),
  ),
)

const list = (code: string, ar: string) => ({ code, title: { en: `The list of ${code}`, ar } })

function titled(asked: ListRequest, locale: 'en' | 'ar'): ReturnType<typeof listsTitled> {
  const investigation = {
    lists: [list('Families', 'الأهالي'), list('Hospital', 'المستشفى')],
    estimates: [asked],
  } as unknown as Investigation
  return listsTitled({ investigation, assessment: {} as never, locale }, estimate)
}

const namesIn = ({ study: { overlap, without } }: ListEstimate) => [
  overlap.lists,
  without.map((one) => one.list),
]

test.each([
  ['en', 'The list of Families', 'The list of Hospital'],
  ['ar', 'الأهالي', 'المستشفى'],
] as const)(
  'in print (%s) lists are called by their titles, in what the verdict says too',
  (locale, first, second) => {
    const printed = titled(request, locale)
    const names = [first, second, 'Commission', 'Press']
    expect(namesIn(printed)).toEqual([names, names])
    expect(printed.study.verdict.reasons).toEqual([
      { code: 'lists-apart', args: { groups: `${first}+${second} | Press`, people: 3 } },
    ])
  },
)

test('lists of a table of counts are called as the table calls them', () => {
  const overlap = valueTable()
  const printed = titled({ ...request, overlap }, 'en')
  expect(namesIn(printed)).toEqual(namesIn(estimate))
  expect(printed.study).toEqual(estimate.study)
})

function valueTable(): ListRequest['overlap'] {
  return { kind: 'table', lists: [], source: { en: 'invented' } } as unknown as ListRequest['overlap']
}
