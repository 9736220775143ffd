import { phraseBook } from '@corroborate/base'
import type { Weekday } from '../pattern.ts'
import type { Basis } from '../basis.ts'
import type { Claim } from '../claim.ts'
import type { PartOfDay, RoleTerm } from './proposal.ts'

/** Days of the week. الاثنين is "the two" as well: it is a day only beside يوم, كل or another day. */
export const weekdayAt = phraseBook<Weekday>([
  ['MO', 'monday | mondays | الاثنين | الإثنين | التنين'],
  ['TU', 'tuesday | tuesdays | الثلاثاء | التلاتا | الثلاثا'],
  ['WE', 'wednesday | wednesdays | الأربعاء | الأربعا | الاربعاء'],
  ['TH', 'thursday | thursdays | الخميس'],
  ['FR', 'friday | fridays | الجمعة'],
  ['SA', 'saturday | saturdays | السبت'],
  ['SU', 'sunday | sundays | الأحد'],
])

/** Without the article, which only كل يوم, أيام and the like let stand: كل يوم ثلاثاء. */
export const bareWeekdayAt = phraseBook<Weekday>([
  ['MO', 'اثنين | تنين'],
  ['TU', 'ثلاثاء | تلاتا'],
  ['WE', 'أربعاء | أربعا'],
  ['TH', 'خميس'],
  ['FR', 'جمعة'],
  ['SA', 'سبت'],
])

export const dayWordAt = phraseBook<'day'>([
  ['day', 'يوم | أيام | يومي | كل | كل يوم | مساء | صباح | ليلة | ليالي'],
])

export const partOfDayAt = phraseBook<PartOfDay>([
  ['before-dawn', 'before dawn | before sunrise | in the early hours | قبل الفجر | قبل الشروق | قبيل الفجر'],
  ['dawn', 'at dawn | dawn | at sunrise | الفجر | فجرا | عند الفجر | مع الفجر | في الفجر'],
  [
    'morning',
    'in the morning | in the mornings | every morning | each morning | mornings | that morning',
    'صباحا | في الصباح | الصبح | بالصبح | كل صباح | صباح',
  ],
  ['noon', 'at noon | at midday | ظهرا | عند الظهر | الظهر | وقت الظهر'],
  [
    'afternoon',
    'in the afternoon | in the afternoons | every afternoon | that afternoon | بعد الظهر | العصر',
    'عصرا',
  ],
  [
    'evening',
    'in the evening | in the evenings | every evening | that evening | مساء | في المساء | المساء',
    'كل مساء',
  ],
  [
    'night',
    'at night | by night | every night | each night | in the night | during the night',
    'that night | nights | late at night | ليلا | في الليل | بالليل | الليل | كل ليلة',
    'في الليالي | تلك الليلة',
  ],
  [
    'midnight',
    'at midnight | after midnight | around midnight | منتصف الليل | بعد منتصف الليل',
    'في منتصف الليل | عند منتصف الليل | نص الليل',
  ],
])

export const roleAt = phraseBook<RoleTerm>([
  [
    'guard',
    'guard | guards | jailer | jailers | warder | warders | حارس | حراس | سجان | سجانين',
    'السجانون | حارسين | حارسان',
  ],
  ['soldier', 'soldier | soldiers | conscript | conscripts | جندي | جنود | مجند | مجندين | عسكري | عساكر'],
  [
    'officer',
    'officer | officers | colonel | general | captain | lieutenant | ضابط | ضباط | عقيد | عميد',
    'ملازم | نقيب | رائد | لواء',
  ],
  ['interrogator', 'interrogator | interrogators | investigator | محقق | محققين | المحققون'],
  [
    'director',
    'director | prison director | head of the prison | مدير السجن | مدير | رئيس الفرع',
    'رئيس السجن',
  ],
  ['judge', 'judge | judges | قاض | قاضي | قضاة'],
  ['prosecutor', 'prosecutor | prosecutors | مدعي عام | المدعي العام | وكيل النيابة | النائب العام'],
  ['lawyer', 'lawyer | lawyers | محام | محامي | محامين | محامون'],
  ['doctor', 'doctor | doctors | physician | طبيب | أطباء | دكتور | طبيبة'],
  ['nurse', 'nurse | nurses | ممرض | ممرضة | ممرضين'],
  [
    'detainee',
    'detainee | detainees | prisoner | prisoners | inmate | inmates | معتقل | معتقلين | معتقلون',
    'معتقلا | سجين | سجناء | سجينا | مساجين | محتجزين | محتجز',
  ],
  [
    'relative',
    'my brother | my father | my son | my husband | my cousin | my uncle | أخي | والدي | ابني',
    'زوجي | ابن عمي | عمي | خالي',
  ],
  ['driver', 'driver | drivers | سائق | سائقين | شوفير'],
  ['witness', 'witness | witnesses | شاهد عيان | شهود عيان'],
  ['official', 'official | officials | مسؤول | مسؤولين | موظف'],
  [
    'police',
    'policeman | policemen | police officer | military police | شرطي | الشرطة العسكرية',
    'رجال الشرطة',
  ],
])

export type BasisKind = Basis['kind']

/** How the speaker knows. Where two kinds stand, the words leave both open and the first is likelier. */
export const basisAt = phraseBook<readonly [BasisKind, ...BasisKind[]]>([
  [
    ['saw'],
    'i saw | we saw | i have seen | i had seen | i witnessed | i could see | with my own eyes',
    'i watched | we watched | i was watching',
  ],
  [
    ['saw'],
    'رأيت | رأيتهم | رأيته | رأيتها | رأينا | شفت | شفتهم | شفته | شفتها | شفنا | شاهدت | شاهدتهم',
    'شاهدنا | بعيني | بأم عيني | كنت أرى',
  ],
  [['heard', 'told-by-unnamed'], 'i heard | we heard | سمعت | سمعنا'],
  [
    ['heard'],
    'i could hear | we could hear | i heard screams | i heard screaming | i heard the screams',
    'i heard shots | i heard the sound | i heard the sounds | i heard voices | we heard screams',
    'we heard screaming | we heard the sound | we heard shots | i heard shooting | i heard a shot',
  ],
  [
    ['heard'],
    'سمعت أصوات | سمعت صوت | سمعت صراخ | سمعت الصراخ | سمعت إطلاق | سمعنا أصوات | سمعنا صوت',
    'سمعنا صراخ | سمعنا الصراخ | كنت أسمع | كنا نسمع',
  ],
  [
    ['overheard'],
    'i overheard | we overheard | i heard them say | i heard them saying | i heard them talking',
    'i heard the guards say | i heard the guards saying | i heard the guards talking',
    'i heard a guard say | سمعتهم يقولون | سمعتهم يتحدثون | سمعت الحراس يتحدثون',
    'سمعت الحراس يقولون | سمعت السجان يقول',
  ],
  [
    ['told-by-unnamed'],
    'i heard that | i heard from | we heard that | we heard from | i heard about | i was told',
    'we were told | people said | people told me | someone told me | somebody told me',
    'it was said | they say | people say | rumours said',
  ],
  [
    ['told-by-unnamed'],
    'سمعت أن | سمعت إنه | سمعت أنهم | سمعت من | سمعنا أن | سمعنا من | سمعت عن | قيل لي | قيل لنا',
    'يقال | يقولون | الناس قالوا | حدا قال لي | أخبرني أحدهم | قالوا',
  ],
  [
    ['told-by', 'told-by-unnamed'],
    'told me | told us | he told me | she told me | they told me | said to me | explained to me',
    'they told us',
  ],
  [
    ['told-by', 'told-by-unnamed'],
    'قال لي | قالت لي | قالوا لي | قالوا لنا | قال لنا | أخبرني | أخبروني | أخبرنا | أخبرونا',
    'حكى لي | حكالي | حكولي | حكوا لي | قلي | قالي | خبرني',
  ],
  [
    ['common-knowledge'],
    'everyone knew | everybody knew | everyone knows | everybody knows | it was well known',
    'it is well known | we all knew | الجميع يعرف | الكل يعرف | الكل كان يعرف | كان معروفا',
    'من المعروف | كلنا نعرف | كلنا كنا نعرف | معروف أن',
  ],
  [
    ['inferred'],
    'i concluded | i realised | i realized | i assumed | it must have been | i worked out',
    'i understood from | استنتجت | فهمت من | أدركت | خمنت | لا بد أنهم | لا بد أنه',
  ],
  [
    ['took-part'],
    'they beat me | i was beaten | they tortured me | i was tortured | i took part | i carried',
    'i was among | i was one of | they beat us | we were beaten | i drove | they hung me',
    'i was held | i was detained | we carried',
  ],
  [
    ['took-part'],
    'ضربوني | ضربونا | عذبوني | عذبونا | تعرضت للضرب | تعرضت للتعذيب | شاركت | حملت | كنت من بين',
    'كنت بينهم | كنت واحدا من | كنت معتقلا | علقوني | حملنا | شبحوني',
  ],
  [
    ['document'],
    'i read in | the document says | the report says | it was written | according to the document',
    'according to the report | قرأت في | مكتوب في | كان مكتوبا | بحسب الوثيقة | بحسب التقرير',
    'ورد في',
  ],
])

export const polarityAt = phraseBook<Exclude<Claim['polarity'], 'affirmed'>>([
  [
    'does-not-know',
    'i do not know | i dont know | i did not know | i dont remember | i do not remember',
    'i cannot remember | i cant remember | i cannot say | i cant say | i have no idea',
    'we do not know | we dont know | nobody knew | no one knew | i am not able to say',
  ],
  [
    'does-not-know',
    'لا أعرف | ما بعرف | لا أدري | ما بدري | لا أتذكر | ما بتذكر | لا أعلم | مابعرف | لا نعرف',
    'ما منعرف | لست أدري | لا أذكر | لم نكن نعرف',
  ],
  [
    'denied',
    'did not | didnt | never | was not | wasnt | were not | werent | had not | hadnt | have not',
    'havent | is not | isnt | there was no | there were no | there is no | there was never',
    'nobody | no one | none of',
  ],
  [
    'denied',
    'لم | لم يكن | لم تكن | لم يكن هناك | لم تكن هناك | لن | ليس | ليست | لا يوجد | لا أحد',
    'ما كان | ما كان في | ماكان | ما في | مافي | ما شفت | ما شفنا | ما رأيت | ما سمعت | ما صار',
    'ما حدا | لم أر | لم أسمع',
  ],
])

export const certaintyAt = phraseBook<Claim['certainty']>([
  [
    'certain',
    'i am sure | im sure | i am certain | im certain | definitely | certainly | without any doubt',
    'i am absolutely sure | i swear | متأكد | أنا متأكد | متأكدة | أكيد | بالتأكيد | بلا شك',
    'من دون شك | أقسم',
  ],
  [
    'thinks',
    'i think | i believe | probably | as far as i know | if i remember correctly | أظن | أعتقد',
    'على ما أعتقد | على ما أظن | بظن | بعتقد | حسب ما أذكر | على حد علمي | برأيي',
  ],
  [
    'guesses',
    'maybe | perhaps | possibly | i guess | i am not sure | im not sure | i could be wrong | ربما',
    'يمكن | لعل | بجوز | لست متأكدا | لست متأكد | مو متأكد | مش متأكد | غير متأكد | قد أكون مخطئا',
  ],
  [
    'reports-without-view',
    'apparently | allegedly | supposedly | so they say | على ما يبدو | على ما يقال | حسب ما قيل',
  ],
])
