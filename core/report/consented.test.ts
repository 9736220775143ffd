import { expect, test } from 'vitest'
import { quotableInPublic } from './consented.ts'
import { registersOf } from './registers.ts'
import { consent, id, investigation, passage, text, TODAY } from './testing/investigation.ts'

test('what a translation says is quoted where whoever said it first allows it, under whichever source it was entered', () => {
  const translations = ['W1', 'W2'].map((of) => ({
    ...text(`${of}.ar`, 'D1', 'x'),
    translationOf: id.text(`${of}.text`),
  }))
  const whole = investigation([], { consents: [consent('W1'), consent('W2', { allows: [] })] })
  const texts = [...whole.texts, ...translations]
  const passages = [...whole.passages, ...translations.map((one) => passage(one.code, one))]
  const quotable = quotableInPublic(whole, registersOf({ ...whole, texts, passages }), TODAY)
  const answers = ['W1.ar', 'W2.ar', 'D1.1', 'gone'].map((code) => quotable(id.passage(code)))
  expect(answers.map((answer) => (answer.ok ? 'quotable' : answer.reason))).toEqual([
    'quotable',
    'not-allowed',
    'quotable',
    'no-source',
  ])
})
