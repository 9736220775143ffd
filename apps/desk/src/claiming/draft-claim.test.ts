import { describe, expect, test } from 'vitest'
import { proposalsFrom } from '@corroborate/claims'
import { accepted, claimOfDraft, EMPTY, type DraftClaim } from './draft-claim.ts'

const whole: DraftClaim = {
  ...EMPTY,
  ...{ proposition: { en: 'It was so.', ar: '' }, topic: 'removals', basis: 'saw', certainty: 'certain' },
  pattern: { ...EMPTY.pattern, observed: 'each' },
}

const takenFrom = (words: string) => proposalsFrom(words).reduce(accepted, whole)

test('what nobody typed is said at its field, and nothing is asked for', () => {
  const { asked, faults } = claimOfDraft(EMPTY, 'words')
  expect(asked).toBeNull()
  expect(Object.entries(faults).flatMap(([field, fault]) => (fault ? [[field, fault.reason]] : []))).toEqual([
    ['proposition', 'missing-proposition'],
    ['topic', 'missing-topic'],
    ['basis', 'missing-basis'],
    ['certainty', 'missing-certainty'],
  ])
})

test('a proposal that is taken makes the claim of a pattern, with its window and its rate', () => {
  const words = 'It happened once or twice a week, from March 2011 to June 2012.'
  expect(claimOfDraft(takenFrom(words), words).asked).toMatchObject({
    mode: 'pattern',
    when: null,
    pattern: {
      rate: { kind: 'times-per', times: { min: 1, max: 2 }, per: 'week' },
      window: { edtf: '2011-03/2012-06' },
      said: words,
    },
  })
})

test('how a pattern was observed, and how firm its days are, is not supposed', () => {
  const words = 'once a week, on a Tuesday'
  const draft = proposalsFrom(words).reduce(accepted, { ...whole, pattern: EMPTY.pattern })
  expect(claimOfDraft(draft, words).faults).toMatchObject({ observed: { reason: 'missing-observed' } })
  const observed = { ...draft, pattern: { ...draft.pattern, observed: 'most' as const } }
  expect(claimOfDraft(observed, words).asked?.pattern).toMatchObject({
    weekdays: ['TU'],
    weekdayConfidence: null,
    observed: 'most',
  })
})

test('what is counted on each occasion is the size of the pattern as well', () => {
  const draft: DraftClaim = {
    ...whole,
    mode: 'pattern',
    min: '20',
    max: '٥٠',
    unit: 'people',
    per: 'occasion',
  }
  expect(claimOfDraft(draft, 'twenty to fifty').asked).toMatchObject({
    quantity: { min: 20, max: 50, unit: 'people', per: 'occasion', said: 'twenty to fifty' },
    pattern: { size: { min: 20, max: 50 } },
  })
})

test('how often is left out of a claim that is no longer one of a pattern', () => {
  const draft = { ...takenFrom('once or twice a week'), mode: 'incident' as const, when: 'early 2013' }
  expect(claimOfDraft(draft, 'words').asked).toMatchObject({ pattern: null, when: { said: 'early 2013' } })
})

describe('a part', () => {
  test('is asked for of everybody who is named', () => {
    const draft: DraftClaim = {
      ...whole,
      roles: [{ part: null, who: { en: 'guards', ar: '' }, register: null }],
    }
    expect(claimOfDraft(draft, 'words').faults).toMatchObject({ roles: { reason: 'missing-part' } })
  })

  test('is proposed without one: the machine does not say who did what', () => {
    expect(takenFrom('the guard opened the door').roles).toEqual([
      { part: null, who: { en: 'guard', ar: '' }, register: null },
    ])
  })
})

test.each([
  [{ min: '20', max: '10', unit: 'people' }, 'quantity'],
  [{ min: '20', unit: '' }, 'quantity'],
  [{ when: 'soon' }, 'when'],
])('%o is refused at its field', (part, field) => {
  expect(claimOfDraft({ ...whole, ...part }, 'words').faults[field]).toBeDefined()
})
