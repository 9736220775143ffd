import { expect, test } from 'vitest'
import type { InterviewsView } from './api.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { seated } from './testing/seated.ts'

const INTERVIEW = {
  ...{ code: null, date: '2026-01-04', place: { en: 'abroad' }, remote: false, interviewer: 'A. Researcher' },
  ...{
    interpreter: null,
    languages: ['ar'],
    others: ['a relative'],
    priorAccounts: ['to a newspaper, 2014'],
  },
  ...{ distress: 'Two breaks.', referralOffered: true, risk: { before: 'None known.', after: 'As before.' } },
}
const PROMISE = { words: 'To write what became of it.', due: '2026-02-01' }
const QUESTIONS = [
  { words: 'Who else was there?', because: 'own' },
  { words: 'Was it on a Monday?', because: 'contradiction' },
]

eachEngine((_engine, open) => {
  const opened = open()

  test('what is open is offered: elements without words, and accounts that nobody decided between', async () => {
    const { house, opener } = await seated(await opened)
    await opener.post('/elements/crimes', { crimes: ['7-1f'] })
    const view = await opener.get<InterviewsView>('/interviews')
    expect(view.questions.map(({ cell }) => cell.key)).toEqual(['cah.attack'])
    expect(view.contradictions).toMatchObject([{ first: { id: house.claim }, second: { id: house.denial } }])
    const decided = { claims: [house.claim, house.denial], prefers: house.claim, reason: 'W2 was elsewhere.' }
    await opener.post('/contradictions', decided)
    expect((await opener.get<InterviewsView>('/interviews')).contradictions).toEqual([])
  })

  test('a plan is asked in one session, whose record keeps care and prior accounts', async () => {
    const { house, opener } = await seated(await opened)
    const planned = { witness: house.witness, due: '2026-01-04', questions: QUESTIONS }
    const { value: plan } = await opener.post('/interviews/plans', planned)
    const record = { ...INTERVIEW, witness: house.witness, plan, promises: [] }
    const { value: interview } = await opener.post('/interviews', record)
    expect(await opener.post('/interviews', record)).toMatchObject({ status: 422, reason: 'held-before' })
    expect(await opener.get<InterviewsView>('/interviews')).toMatchObject({
      plans: [{ id: plan, questions: QUESTIONS, by: 'A. Researcher', interview }],
      interviews: [{ id: interview, risk: INTERVIEW.risk, priorAccounts: INTERVIEW.priorAccounts }],
    })
  })

  test('what was promised is a task with its day, until somebody says how it was kept', async () => {
    const { house, opener } = await seated(await opened)
    const record = { ...INTERVIEW, witness: house.witness, plan: null, promises: [PROMISE] }
    const { value: interview } = await opener.post('/interviews', record)
    const [task] = (await opener.get<InterviewsView>('/interviews')).promises
    expect(task).toMatchObject({ ...PROMISE, kind: 'keep-promise', subject: interview, doneAt: null })
    await opener.post(`/tasks/${String(task?.id)}/done`, { note: 'A letter was sent.' })
    expect((await opener.get<InterviewsView>('/interviews')).promises).toMatchObject([
      { note: 'A letter was sent.', doneBy: house.member },
    ])
  })

  test.each([
    [{ questions: [] }, 422],
    [{ due: '2026-02-30' }, 400],
  ])('a plan with %j is refused', async (part, status) => {
    const { house, opener } = await seated(await opened)
    const planned = { witness: house.witness, due: null, questions: QUESTIONS, ...part }
    expect(await opener.post('/interviews/plans', planned)).toMatchObject({ status })
  })

  test('a plan of another witness is not asked', async () => {
    const { house, opener } = await seated(await opened)
    const planned = { witness: house.second, due: null, questions: QUESTIONS }
    const { value: plan } = await opener.post('/interviews/plans', planned)
    const record = { ...INTERVIEW, witness: house.witness, plan, promises: [] }
    expect(await opener.post('/interviews', record)).toMatchObject({ status: 404 })
  })
})
