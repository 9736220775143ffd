import { expect, test } from 'vitest'
import { wordedAs, wordsOfCertainty } from './worded-as.ts'

/** All sentences here are invented, about nobody. */
test.each([
  'The organisation reported that groups were taken every week.',
  'A former guard said that the doors were opened at night.',
  'Two detainees stated that they were moved to another building.',
  'According to the organisation, the trials lasted minutes.',
  'The minimum stands, according to the same report, at the lower figure.',
  'The organisation put the number at several thousand.',
  'The organisation put its own upper figure at several thousand.',
  'In the organisation’s assessment, this amounts to a war crime.',
  "In the inspectors' view the records are incomplete.",
  'In its own account, the ministry had no such cell.',
  'In the opinion of three judges the court was no court.',
  'It asked for an independent inquiry.',
  'The organisation asked the authorities to let monitors in.',
  'It asked that the families be told.',
  'It called for the release of the records.',
  'The network called on the government to answer.',
  'The ministry rejected the reports.',
  'The reports were rejected by the ministry.',
  'Critics objected to the width of the range.',
  'The government denied that the building was a prison.',
  'The ministry denied any knowledge of it.',
  'Its representative spoke of larger groups.',
  'The witness recalled three lorries.',
  'A relative told us that no letter ever came.',
  'Detainees told the researchers that they heard keys.',
  'The report describes two buildings.',
  'It saw no reason to believe that this stopped.',
  'The organisation concluded that the number was higher.',
  'The network estimates that hundreds are missing.',
  'As the report puts it, nobody was told.',
  'The commission accused the unit.',
  'The organisation assessed this as a war crime.',
  'She testified that the corridor was dark.',
  'The organisation published a range from interviews.',
  'The group’s maximum is, by its own account, a cautious one.',
  'The organisation said that this has not been confirmed.',
  'The report states that nothing proves the opposite.',
])('is reported: %s', (sentence) => {
  expect(wordedAs(sentence, 'en')).toBe('reported')
})

test.each([
  'Groups were taken every week.',
  'Prisoners were killed between those years.',
  'The guards opened the doors at night.',
  'The bodies were buried outside the capital.',
  'Families were not told what became of their relatives.',
  'They were asked to undress.',
  'The prisoners were told that they would be moved.',
  'They were called by name.',
  'His appeal was rejected.',
  'The prisoners were denied food.',
  'They were accused of treason.',
  'They were often called for at night.',
  'They had been asked for money.',
  'It is certain that groups were taken.',
  'We found that groups were taken every week.',
  'It is established that the trials were shams.',
  'The organisation established that the trials were shams.',
  'The report confirmed that people were hanged.',
  'The interviews proved that people were hanged.',
  'The organisation said that it had proved this.',
  'According to the report, this is proven beyond doubt.',
  'There is no doubt that it happened, the report said.',
  'Undoubtedly, the organisation reported, it happened.',
  'The evidence, which was verified, was reported in full.',
  'The witness said what the records confirm.',
  'It is clear that the witness said so.',
  'It has been shown that the unit did so, the report states.',
  'The report not only said so but confirmed it.',
  'We know what was reported.',
  'The accounts, it said, conclusively show a policy.',
  'Each group numbered dozens of people.',
  'The executions were secret.',
  'The states that signed it are many.',
  'A press report of the same day exists.',
])('is asserted: %s', (sentence) => {
  expect(wordedAs(sentence, 'en')).toBe('asserted')
})

test.each([
  'أفادت المنظمة بأن مجموعات كانت تُنقل كل أسبوع.',
  'وأفاد التقرير بأن الأبواب كانت تُفتح ليلًا.',
  'ذكرت المنظمة أن المحاكمات كانت صورية.',
  'ذكر حارس سابق أن المبنى كان مغلقًا.',
  'قالت المنظمة إن العدد بالآلاف.',
  'وقال معتقلان سابقان إنهما نُقلا ليلًا.',
  'يقول التقرير إن الأهالي لم يعلموا شيئًا.',
  'تقول المنظمة إن ذلك تكرر.',
  'بحسب المنظمة، كانت المجموعات كبيرة.',
  'كان ذلك سرًّا، حسبما أوردت الشبكة.',
  'وفقًا للتقرير، استمر ذلك سنوات.',
  'وفق المنظمة، بدأ ذلك في أيلول.',
  'طالبت المنظمة بتحقيق مستقل.',
  'طالب المراقبون بالدخول إلى السجن.',
  'طلبت المنظمة من الحكومة السماح للمراقبين بالدخول.',
  'رفضت الحكومة تقارير مشابهة.',
  'ورفض الناطق باسم الوزارة هذه التقارير.',
  'نفت الوزارة وجود المبنى.',
  'نفى المسؤول ذلك.',
  'اعترض منتقدون على اتساع المدى.',
  'انتقد باحثون غياب القوائم.',
  'دعت المنظمة الأمم المتحدة إلى التحقيق.',
  'في تقدير المنظمة، ترقى هذه الأفعال إلى جرائم حرب.',
  'وفي رأي ثلاثة قضاة لم تكن تلك محكمة.',
  'قدّرت المنظمة العدد بالآلاف.',
  'وصفت المنظمة المحاكمات بأنها صورية.',
  'روى معتقل سابق ما سمعه.',
  'أخبرنا أحد الأقارب أن رسالة لم تصل.',
  'جاء في التقرير أن الدفن كان خارج العاصمة.',
  'وضعت المنظمة العدد بين حدّين.',
  'شهد حارس سابق بأن الأبواب كانت مغلقة.',
  'تحدث ممثل المنظمة عن مجموعات أكبر.',
  'ناشدت الأسر السلطات.',
  'لم ترَ المنظمة ما يدعو إلى الظن أن ذلك توقف.',
  'قيل إن ذلك تكرر.',
  'قالت المنظمة إن ذلك لم يثبت بعد.',
  'ذكر التقرير أن العدد غير مؤكد.',
])('منسوب: %s', (sentence) => {
  expect(wordedAs(sentence, 'ar')).toBe('reported')
})

test.each([
  'كانت مجموعات تُنقل كل أسبوع.',
  'قُتل السجناء بين هذين العامين.',
  'فتح الحراس الأبواب ليلًا.',
  'دُفنت الجثث خارج العاصمة.',
  'لم تعلم الأسر بمصير ذويها.',
  'كانت المحاكمات صورية.',
  'كانت كل مجموعة تضم عشرات الأشخاص.',
  'جرى ذلك سرًّا.',
  'نقول إن ذلك حدث.',
  'كان المعتقل طالبًا جامعيًا.',
  'رأوا الشاحنات في الفناء.',
  'قيل للسجناء إنهم يُنقلون.',
  'أخبر الحراس السجناء بأنهم سينقلون.',
  'ثبت أن مجموعات كانت تُنقل كل أسبوع.',
  'وقد ثبتت الواقعة بحسب التقرير.',
  'أثبتت المنظمة أن المحاكمات صورية.',
  'من المؤكد أن ذلك حدث.',
  'والمؤكّد، بحسب المنظمة، أن ذلك حدث.',
  'أكّدت المنظمة أن ذلك حدث.',
  'تؤكد المنظمة وقوع ذلك.',
  'تأكد وقوع الإعدامات.',
  'تأكدنا من وقوع ذلك.',
  'لا شك في أن ذلك حدث، كما قالت المنظمة.',
  'حدث ذلك بلا شك.',
  'ذلك ثابت، وفق التقرير.',
  'قطعًا، كما ذكر التقرير، كان ذلك سياسة.',
  'تبيّن أن المحاكمات صورية، بحسب المنظمة.',
  'وجدنا أن ذلك تكرر.',
  'توصلنا إلى أن ذلك سياسة، كما ذكر التقرير.',
  'تحققت المنظمة من ذلك، وذكرت التواريخ.',
  'برهنت الشهادات على ذلك، بحسب المنظمة.',
  'وبالتأكيد، قالت المنظمة، تكرر ذلك.',
  'من المعلوم أن المنظمة ذكرت ذلك.',
  'هذا يقينًا ما أفادت به المنظمة.',
])('جازم: %s', (sentence) => {
  expect(wordedAs(sentence, 'ar')).toBe('asserted')
})

test('names the words of certainty that it saw', () => {
  expect(wordsOfCertainty('The report confirmed it; nothing proves more.', 'en')).toEqual(['confirmed'])
  expect(wordsOfCertainty('وقد ثبت ذلك، ولم يثبت غيره.', 'ar')).toEqual(['ثبت'])
})

test.each([
  'It is not rumoured but proved that it happened, it said.',
  'There is no question, it is proved, they said.',
  'As reported, it is true that they were taken.',
  'The facts show, as reported, that they were taken.',
  'Irrefutable accounts, they said, tell of it.',
  'Nobody can deny what was reported.',
  'It is estab\u00ADlished, they said.',
  'It is estab\u200Blished, they said.',
  'It is éstablished, they said.',
  'It is ｅｓｔａｂｌｉｓｈｅｄ, they said.',
])('no turn of words, and no invisible sign in them, hides a certainty: %s', (sentence) => {
  expect(wordedAs(sentence, 'en')).toBe('asserted')
})

test.each([
  'ليس إشاعة بل ثبت وقوعه، بحسب المنظمة.',
  'ذكرت المنظمة أن لديها دليلًا قاطعًا.',
  'الحقيقة أن ذلك حدث، كما ذكر التقرير.',
  'ثب\u200Bت ذلك، بحسب المنظمة.',
])('ولا تخفي الصياغة جزمًا: %s', (sentence) => {
  expect(wordedAs(sentence, 'ar')).toBe('asserted')
})
