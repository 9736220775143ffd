import type { Locale } from '@corroborate/base'

/** Names by which people are invented, and the headings of a list, in the language of whoever keeps it. */
const TONGUES = {
  en: {
    columns: ['Name', 'Age', 'Date of death', 'Place', 'Remarks'],
    given: ['Samir', 'Nadia', 'Omar', 'Salma', 'Karim', 'Layla', 'Yusuf', 'Rana', 'Adel', 'Huda'],
    family: ['Haddad', 'Khoury', 'Nasser', 'Mansour', 'Saleh', 'Daher', 'Issa', 'Fares'],
    places: ['North', 'South', 'Harbour'],
    remark: 'buried the next day',
    titles: ['Of the hospital', 'Of the families'],
    holders: ['An invented hospital', 'An invented committee'],
    slips: [
      ['Omar', 'Omer'],
      ['Layla', 'Leila'],
      ['Mansour', 'Mansoor'],
      ['Khoury', 'Khouri'],
    ],
  },
  ar: {
    columns: ['الاسم', 'العمر', 'تاريخ الوفاة', 'المكان', 'ملاحظات'],
    given: ['سمير', 'نادية', 'عمر', 'سلمى', 'كريم', 'ليلى', 'يوسف', 'رنا', 'عادل', 'هدى'],
    family: ['حداد', 'خوري', 'ناصر', 'منصور', 'صالح', 'ضاهر', 'عيسى', 'فارس'],
    places: ['الشمال', 'الجنوب', 'الميناء'],
    remark: 'دُفن في اليوم التالي',
    titles: ['قائمة المستشفى', 'قائمة الأهالي'],
    holders: ['مستشفى مخترع', 'لجنة مخترعة'],
    slips: [
      ['ليلى', 'ليلي'],
      ['نادية', 'ناديه'],
      ['ضاهر', 'ظاهر'],
      ['هدى', 'هدي'],
    ],
  },
} as const satisfies Record<Locale, object>

/** How many stand on each list; so many of the first are on the second too. */
const [PEOPLE, BOTH] = [120, 75]

/** Two lists of invented people that overlap, the second with slips of the hand; each has a row that cannot be read and a day that there is not. */
export function inventedLists(locale: Locale) {
  const tongue = TONGUES[locale]
  const person = (number: number) => {
    const given = tongue.given[number % 10] ?? ''
    const father = tongue.given[(number * 7 + 3) % 10] ?? ''
    const family = tongue.family[(number * 3 + Math.floor(number / 10)) % 8] ?? ''
    const day = `${1 + (number % 28)}/${1 + (number % 12)}/2013`
    return [
      `${given} ${father} ${family}`,
      String(18 + ((number * 7) % 50)),
      day,
      tongue.places[number % 3] ?? '',
      tongue.remark,
    ]
  }
  const slipped = (cells: readonly string[], number: number) =>
    cells.map((cell, at) => {
      if (at === 0)
        return tongue.slips.reduce(
          (name, [from, to]) => (number % 2 === 0 ? name.replace(from, to) : name),
          cell,
        )
      return at === 1 && number % 5 === 0
        ? String(Number(cell) + 1)
        : at === 2 && number % 6 === 0
          ? ''
          : cell
    })
  const content = (rows: readonly (readonly string[])[]) =>
    [tongue.columns, ...rows.map((row, at) => (at === 1 ? row.with(2, '31/02/2013') : row)), ['?', '?']]
      .map((row) => row.join(','))
      .join('\n')
  const list = (at: number, rows: readonly (readonly string[])[]) => ({
    ...{ file: `list-${at + 1}-${locale}.csv`, code: `${['hospital', 'families'][at] ?? ''}-${locale}` },
    ...{ title: tongue.titles[at] ?? '', holder: tongue.holders[at] ?? '', content: content(rows) },
  })
  const numbers = Array.from({ length: PEOPLE }, (_, at) => at)
  return {
    hospital: list(0, numbers.map(person)),
    families: list(
      1,
      numbers.map((at) => slipped(person(at + PEOPLE - BOTH), at)),
    ),
  }
}
