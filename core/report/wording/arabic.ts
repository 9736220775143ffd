import { matchesOf, wordsLike, type WordList } from './word-list.ts'

/**
 * Arabic, written as `normalised` leaves it: no vowel marks, no tatweel, one alif, no hamza seats.
 * Verbs take و and ف before them and the endings of persons and of attached pronouns; in the imperfect only the third person
 * counts ("تقول المنظمة"), because "نقول" is the report's own voice. Unvowelled Arabic does not show the passive.
 */
const AND = '[وف]?'
const PERSON = '(?:ت|تا|وا|ا|ن|ه|ها|هم|ته|تها|وه|وها)?'
const PLURAL = '(?:ون|ان|ه|ها)?'

const SAID = [
  'ذكر|افاد|قال|صرح|اعلن|اورد|رو[يت]|حكي|وصف|قدرت|زعم|ادع[يت]|تحدث|اشار|اعتبر|طالبت|طلب|رفض|نف[يت]',
  'اعترض|انتقد|ناشد|حث|اتهم|شكك|احتج|نسبت|استنتج|رجح|اوضح|استنكر|عارض',
].join('|')
const SAYS = 'ذكر|فيد|قول|صرح|علن|ورد|روي|صف|زعم|دعي|تحدث|شير|طالب|طلب|رفض|نفي|عترض|نتقد|ناشد|حث|تهم|شكك|عارض'

const NAMING_A_SPEAKER = [
  `${AND}(?:${SAID})${PERSON}`,
  `${AND}[يت](?:${SAYS})${PLURAL}`,
  `${AND}(?:قيل|يقال)(?! ل)`,
  `${AND}(?:طالب|طالبوا) (?:\\S+ ){0,5}?ب\\S+`,
  `${AND}اخبر(?:ت|وا)?(?:نا| (?:الباحثين|المحققين|المنظمة|الصحفيين|الصحافة|الوكالة)\\S*)`,
  `${AND}اخبرونا`,
  `${AND}(?:ب?حسب(?:ما|ها|ه|هم)?|وفقا?|طبقا|نقلا عن)`,
  `${AND}(?:دعا|دعت|دعوا|يدعو|تدعو|خلص|خلصت|تخلص|يخلص) (?:\\S+ ){0,5}?الي`,
  `${AND}(?:نقل|نقلت|نقلوا|ينقل|تنقل) (?:\\S+ ){0,5}?عن`,
  `${AND}(?:شهد|شهدت|شهدوا) (?:\\S+ ){0,3}?(?:ان|بان\\S*)`,
  `${AND}(?:جاء|ورد) في (?:ال)?(?:تقرير|بيان|رواية|روايات|شهادة|شهادات|مقابلة|تقارير|خبر|اقوال)\\S*`,
  `${AND}في (?:تقدير|راي|نظر|تقييم|رواية|قول)\\S*`,
  `علي حد (?:قول|تعبير|وصف)\\S*`,
  `${AND}(?:وضع|وضعت) (?:\\S+ ){0,3}?(?:العدد|الرقم|الحصيلة|المدي|الحد)`,
  `${AND}نشر(?:ت|ته|تها|ه|ها)? (?:المنظمة|التقرير|الوكالة|الشبكة)`,
  '(?:ال)?منسوب(?:ة)? (?:الي|اليه|اليها|اليهم|ل\\S+)',
]

const BEFORE = '(?:[وفبلك]|مما )?(?:ال)?'
const CERTAIN_PHRASES = [
  `(?:لا|بلا|بلا اي|دون|دون اي|بدون|بدون اي|ولا|وبلا|ودون) (?:شك|ريب)`,
  `${AND}(?:ال)?(?:دليل|ادلة|برهان|حجة)ا? (?:ال)?(?:قاطع|دامغ)(?:ة|ا)?`,
  `(?:ال)?(?:حقيقة|صحيح) (?:هي |هو )?ان(?:ه|ها|هم)?`,
  `${AND}(?:من|بات|اصبح) (?:المعلوم|اليقين|الاكيد|الواضح|الجلي)`,
]
const CERTAIN_WORDS = [
  `${AND}(?:ثبت|ثبتت|ثبتوا|يثبت|تثبت|نثبت|اثبت|اثبتت|اثبتوا|اثبتنا)(?:ه|ها)?`,
  `${BEFORE}(?:ثابت|مثبت|موكد|اكيد|محقق|مبرهن)(?:ة|ا|ه)?`,
  `${AND}(?:اكد|اكدت|اكدوا|اكدنا|يوكد|توكد|نوكد|تاكد|تاكدت|تاكدنا|يتاكد|تتاكد)(?:ه|ها)?`,
  `${AND}(?:برهن|برهنت|يبرهن|تبرهن|تحققت|تحققنا|تبين|تبينت|يتبين)`,
  `${AND}(?:وجدنا|توصلنا|خلصنا|استنتجنا|نعلم|نجزم)`,
  `${AND}(?:يقينا|قطعا|جزما|حتما|بالتاكيد|بيقين|قطعيا)`,
  `${BEFORE}معزز(?:ة|ا)?`,
]
const DENIED =
  /(?:^|\s)[وف]?(?:لم|لا|لن|غير|ليس|ليست|ليسوا|دون|بدون|بلا|عدم)(?: (?!بل |لكن )[^\s،؛:.!؟]+)? $/u

const REPORTING = wordsLike(NAMING_A_SPEAKER)
const CERTAIN_AS_A_PHRASE = wordsLike(CERTAIN_PHRASES)
const CERTAIN_AS_A_WORD = wordsLike(CERTAIN_WORDS)

/** Vowel marks, Quranic signs, tatweel and the invisible signs of direction. */
const UNWRITTEN =
  /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u200C-\u200F\u202A-\u202E\u2066-\u2069]/gu

export const arabic: WordList = {
  normalised: (text) =>
    text
      .normalize('NFKC')
      .replace(UNWRITTEN, '')
      .replace(/\p{Cf}/gu, '')
      .replace(/[أإآٱ]/gu, 'ا')
      .replaceAll('ى', 'ي')
      .replaceAll('ؤ', 'و')
      .replaceAll('ئ', 'ي')
      .replace(/\s+/gu, ' '),
  reporting: (text) => matchesOf(text, REPORTING),
  certain: (text) => [...matchesOf(text, CERTAIN_AS_A_PHRASE), ...matchesOf(text, CERTAIN_AS_A_WORD, DENIED)],
}
