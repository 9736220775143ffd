import { addDays, type Day } from '@corroborate/base'

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/** Every day from the first to the last, both included. */
export function daysFrom(first: Day, last: Day): readonly Day[] {
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

export function weekdayOf(day: Day): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'SU'
}

const MONTHS: readonly (readonly [string, string])[] = [
  ['January', 'كانون الثاني'],
  ['February', 'شباط'],
  ['March', 'آذار'],
  ['April', 'نيسان'],
  ['May', 'أيار'],
  ['June', 'حزيران'],
  ['July', 'تموز'],
  ['August', 'آب'],
  ['September', 'أيلول'],
  ['October', 'تشرين الأول'],
  ['November', 'تشرين الثاني'],
  ['December', 'كانون الأول'],
]

/** "March 2004", from a day or a month. */
export function monthInWords(day: Day): { readonly en: string; readonly ar: string } {
  const [en, ar] = MONTHS[Number(day.slice(5, 7)) - 1] ?? ['', '']
  return { en: `${en} ${day.slice(0, 4)}`, ar: `${ar} ${arabicDigits(day.slice(0, 4))}` }
}

/** "Tuesday", "الثلاثاء". */
export function weekdayInWords(day: Day): { readonly en: string; readonly ar: string } {
  const names = {
    SU: { en: 'Sunday', ar: 'الأحد' },
    MO: { en: 'Monday', ar: 'الاثنين' },
    TU: { en: 'Tuesday', ar: 'الثلاثاء' },
    WE: { en: 'Wednesday', ar: 'الأربعاء' },
    TH: { en: 'Thursday', ar: 'الخميس' },
    FR: { en: 'Friday', ar: 'الجمعة' },
    SA: { en: 'Saturday', ar: 'السبت' },
  }
  return names[weekdayOf(day)]
}

/** Latin digits as Arabic-Indic ones; everything else as it was. */
export function arabicDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))
}
