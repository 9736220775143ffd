/** `npm run reading`: precision and recall of the proposals from a passage, on invented sentences whose reading is known. */
import { accuracyOn, type Accuracy } from '../../core/claims/read/testing/accuracy.ts'
import { ARABIC } from '../../core/claims/read/testing/labelled-arabic.ts'
import { ENGLISH } from '../../core/claims/read/testing/labelled-english.ts'
import { HARDER } from '../../core/claims/read/testing/labelled-harder.ts'

const KINDS = [
  'quantity',
  'rate',
  'weekdays',
  'part-of-day',
  'time',
  'window',
  'role',
  'basis',
  'polarity',
  'certainty',
]

for (const [language, sentences] of [
  ['English', ENGLISH],
  ['Arabic', ARABIC],
  ['Harder, both languages', HARDER],
] as const) {
  console.log(`${language}: ${sentences.length} invented sentences`)
  console.log(line('all', accuracyOn(sentences)))
  for (const kind of KINDS) console.log(line(kind, accuracyOn(sentences, kind)))
  for (const wrong of accuracyOn(sentences).wrong) console.log(`  ${wrong}`)
}

function line(name: string, { proposed, expected, right }: Accuracy): string {
  const share = (of: number) => (of === 0 ? '  –  ' : (right / of).toFixed(3))
  return `  ${name.padEnd(12)} precision ${share(proposed)} (${right} of ${proposed}), recall ${share(expected)} (${right} of ${expected})`
}
