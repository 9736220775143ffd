/**
 * The inner vowels of common words, as a careful transcriber writes them; the endings, which hang on the sentence, are left out.
 * Each stands as a whole word, with or without the letters that Arabic joins to its front.
 */
const VOWELLED: Readonly<Record<string, string>> = {
  كان: 'كَان',
  كانت: 'كَانَت',
  كانوا: 'كَانُوا',
  كنت: 'كُنت',
  كنا: 'كُنَّا',
  كل: 'كُلّ',
  في: 'فِي',
  إلى: 'إِلَى',
  على: 'عَلَى',
  عن: 'عَن',
  ثم: 'ثُمّ',
  بعد: 'بَعْد',
  قبل: 'قَبْل',
  لم: 'لَم',
  لا: 'لَا',
  الليل: 'اللَّيْل',
  ليلًا: 'لَيْلًا',
  ليلة: 'لَيْلَة',
  الليلة: 'اللَّيْلَة',
  السجن: 'السِّجْن',
  المبنى: 'المَبْنَى',
  مبنى: 'مَبْنَى',
  البلشون: 'البَلَشُون',
  السد: 'السَّدّ',
  المهجع: 'المَهْجَع',
  مهجعنا: 'مَهْجَعنا',
  الساحة: 'السَّاحَة',
  الباب: 'البَاب',
  بابنا: 'بَابنا',
  رجال: 'رِجَال',
  رجلًا: 'رَجُلًا',
  أعرف: 'أَعْرِف',
  رأيت: 'رَأَيْت',
  سمعت: 'سَمِعْت',
  أسبوع: 'أُسْبُوع',
  الأسبوع: 'الأُسْبُوع',
  الثلاثاء: 'الثُّلَاثَاء',
  السبت: 'السَّبْت',
  مرة: 'مَرَّة',
  شاحنة: 'شَاحِنَة',
  الشاحنة: 'الشَّاحِنَة',
  القناديل: 'القَنَادِيل',
  البوابة: 'البَوَّابَة',
}

const WORD = /[\p{L}\p{M}]+/gu

/** The text with its common words vowelled. */
export function vocalise(text: string): string {
  return text.replace(WORD, (word) => VOWELLED[word] ?? word)
}
