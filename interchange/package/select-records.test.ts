import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import type { Investigation } from '@corroborate/report'
import {
  allow,
  claim,
  consent,
  finding,
  id,
  investigation,
  passage,
  text,
  TODAY,
} from '../../core/report/testing/investigation.ts'
import { KINDS, RECORD_KINDS, type PackagedInvestigation } from './record-kinds.ts'
import { selectRecords } from './select-records.ts'

/** Of what a folder does not hold. */
const NONE = Object.fromEntries(KINDS.map((kind) => [RECORD_KINDS[kind], []])) as unknown as Omit<
  PackagedInvestigation,
  keyof Investigation
>
const PURPOSES = ['analysis', 'quotation', 'details'] as const
const SCOPE = { kind: 'request', recipient: 'icc', findings: [id.finding('F')] } as const

test('words of a witness do not go in a translation under another source where they do not go themselves', () => {
  const translations = (['W1', 'W2'] as const).map((of) => ({
    ...text(`${of}.ar`, 'D1', `What ${of} says, translated.`),
    translationOf: id.text(`${of}.text`),
  }))
  const passages = translations.map((one) => passage(`${one.code}.1`, one))
  const whole = investigation([], {
    consents: [consent('W1', { allows: PURPOSES.map((purpose) => allow(purpose, 'icc')) }), consent('W2')],
    texts: [...investigation().texts, ...translations],
    passages: [...investigation().passages, ...passages],
    claims: passages.map(({ code, id: under }) => claim(code, 'D1', { passages: [under] })),
    findings: [
      finding(
        'F',
        passages.map(({ code }) => code),
      ),
    ],
  })
  const { lines, withheld } = valueOf(selectRecords({ ...NONE, ...whole }, SCOPE, TODAY))
  for (const kind of ['texts', 'passages'] as const) {
    const given = (lines.get(kind) ?? []).join('\n')
    expect(given, kind).toContain('W1.ar')
    expect(given, kind).not.toContain('W2.ar')
    expect(withheld[kind], kind).toMatchObject({ 'not-allowed': 1 })
  }
})
