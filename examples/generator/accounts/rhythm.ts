import type { Detainee } from '../cast/witness.ts'
import { PERIODS, type TruePeriod } from '../world/periods.ts'
import type { PhraseKey } from '../phrases/index.ts'
import { asserted, type Assertion, type Both } from './assertion.ts'

/** How often, in each period that the witness lived through for three months at least. */
export function rhythms(witness: Detainee): readonly Assertion[] {
  return PERIODS.filter((period) => lived(witness, period) >= 3).map((period) => rhythm(witness, period))
}

/** Whole months of a period that the witness was held. */
function lived({ from, to }: Detainee, period: TruePeriod): number {
  const [first, last] = [period.first.slice(0, 7), period.last.slice(0, 7)]
  return monthNumber(to < last ? to : last) - monthNumber(from > first ? from : first) + 1
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
}

const PHRASES: Readonly<Record<TruePeriod['code'], PhraseKey>> = {
  P1: 'detainee/rhythm.every',
  P2: 'detainee/rhythm.once',
  P3: 'detainee/rhythm.twice',
}

export const RHYTHMS: Readonly<Record<TruePeriod['code'], Both>> = {
  P1: {
    en: 'Until September 2003 a group was taken every ten to fifteen days.',
    ar: 'حتى أيلول ٢٠٠٣ كانت مجموعة تؤخذ كل عشرة أيام إلى خمسة عشر يومًا.',
  },
  P2: {
    en: 'From October 2003 to June 2004 a group was taken once a week, usually on Tuesday.',
    ar: 'من تشرين الأول ٢٠٠٣ إلى حزيران ٢٠٠٤ كانت مجموعة تؤخذ مرة في الأسبوع، يوم الثلاثاء عادة.',
  },
  P3: {
    en: 'From July 2004 to June 2005 groups were taken once or twice a week, usually on Tuesday and Saturday.',
    ar: 'من تموز ٢٠٠٤ إلى حزيران ٢٠٠٥ كانت المجموعات تؤخذ مرة أو مرتين في الأسبوع، الثلاثاء والسبت عادة.',
  },
}

export const DAYS_SAID: Both = { en: 'ten to fifteen', ar: 'عشرة إلى خمسة عشر' }

function rhythm(witness: Detainee, period: TruePeriod): Assertion {
  const { code, rate, weekdays } = period
  return asserted(
    {
      phrase: PHRASES[code],
      topic: `rhythm-${code}`,
      mode: 'pattern',
      basis: 'heard',
      proposition: RHYTHMS[code],
    },
    {
      slots: { days: DAYS_SAID[witness.language] },
      place: 'heron-house',
      pattern: {
        rate,
        weekdays,
        weekdayConfidence: weekdays.length === 0 ? null : 'usually',
        partOfDay: 'night',
        window: null,
        size: null,
        exceptions: null,
        observed: 'most',
      },
    },
  )
}
