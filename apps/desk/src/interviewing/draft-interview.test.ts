import { expect, test } from 'vitest'
import { EMPTY_INTERVIEW, interviewOfDraft, type DraftInterview } from './draft-interview.ts'

const whole: DraftInterview = {
  ...EMPTY_INTERVIEW,
  ...{ witness: 'w', date: '2026-01-04', place: { en: 'abroad', ar: '' }, interviewer: 'A. Researcher' },
  ...{ languages: 'ar, ku', others: 'a relative\n\n', priorAccounts: 'to a newspaper, 2014', referral: 'no' },
  ...{ riskBefore: 'None known.', riskAfter: 'As before.' },
  promises: [{ words: ' To write. ', due: '2026-02-01' }],
}

test('a session that is told whole is asked for, line by line', () => {
  expect(interviewOfDraft(whole)).toMatchObject({
    asked: {
      ...{ languages: ['ar', 'ku'], others: ['a relative'], interpreter: null, referralOffered: false },
      ...{ risk: { before: 'None known.', after: 'As before.' } },
      promises: [{ words: 'To write.', due: '2026-02-01' }],
    },
    faults: {},
  })
})

test('nothing of care is supposed: what nobody wrote is said at its field', () => {
  const { faults } = interviewOfDraft(EMPTY_INTERVIEW)
  const named = Object.entries(faults).flatMap(([field, fault]) => (fault ? [field] : []))
  expect(named).toEqual([
    ...['witness', 'date', 'place', 'interviewer', 'languages', 'referral', 'riskBefore', 'riskAfter'],
  ])
})

test.each([[{ words: '', due: '2026-02-01' }], [{ words: 'To write.', due: 'soon' }]])(
  'a promise %o is not whole',
  (promise) => {
    expect(interviewOfDraft({ ...whole, promises: [promise] }).faults.promises?.reason).toBe(
      'missing-promise',
    )
  },
)
