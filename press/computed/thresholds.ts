import { printNumber } from '@corroborate/base'
import { say, type Key } from '@corroborate/words'
import { strong, words, type Piece } from '../content.ts'
import type { Lookup } from '../evidence.ts'

/** What each standing asks for in this investigation. */
export function thresholdsContent({ locale, investigation }: Lookup): readonly Piece[] {
  const { corroborated, strong: strongly } = investigation.thresholds
  const count = (value: number) => printNumber(locale, value)
  const line = (standing: Key, rule: string) => [strong(say(locale, standing)), words(`: ${rule}`)]
  return [
    {
      kind: 'list',
      items: [
        line('standing.unsupported', say(locale, 'press.threshold.unsupported')),
        line('standing.secondary-only', say(locale, 'press.threshold.secondary-only')),
        line('standing.uncorroborated', say(locale, 'press.threshold.uncorroborated')),
        line(
          'standing.corroborated',
          say(locale, 'press.threshold.corroborated', {
            number: count(corroborated.others),
            count: corroborated.others,
          }),
        ),
        line(
          'standing.strongly-corroborated',
          say(locale, 'press.threshold.strongly-corroborated', {
            primary: count(strongly.primary),
            eyewitnesses: count(strongly.eyewitnesses),
            count: strongly.eyewitnesses,
          }),
        ),
        line('standing.contradicted', say(locale, 'press.threshold.contradicted')),
        line('standing.attributed', say(locale, 'press.threshold.attributed')),
      ],
    },
  ]
}
