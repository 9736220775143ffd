import type { Locale } from '@corroborate/base'

type Remarks = Readonly<Record<Locale, readonly [string, ...string[]]>>

/** Said on the way, about nothing that a coder marks. */
export const ASIDES: Remarks = {
  en: [
    'I am telling it as I remember it.',
    'Wait, let me think how to put it.',
    'You may write that down.',
    'It is long ago and it is yesterday.',
    '(A pause.)',
    'I have told this only once before.',
    'Do not make it more than I said.',
    'Could I have some water?',
    'That is all I have on this.',
    'My memory for days is better than for faces.',
    'I may be wrong in small things.',
    'It was cold, I remember that.',
    'Nobody spoke about it in the daytime.',
    'I would rather go on quickly.',
    'You must ask the others too.',
    'I do not like to speak of it in the evening.',
    'I say what I know, no more.',
    'That stays with me.',
  ],
  ar: [
    'أروي لكم كما أتذكر.',
    'دعوني أفكر كيف أقولها.',
    'يمكنكم أن تكتبوا هذا.',
    'مضى على ذلك زمن طويل وكأنه أمس.',
    '(صمت قصير.)',
    'لم أحك هذا إلا مرة واحدة من قبل.',
    'لا تجعلوه أكثر مما قلت.',
    'هل لي بقليل من الماء؟',
    'هذا كل ما عندي في هذا الأمر.',
    'ذاكرتي للأيام أفضل من ذاكرتي للوجوه.',
    'قد أخطئ في التفاصيل الصغيرة.',
    'كان البرد شديدًا، أذكر ذلك.',
    'لم يكن أحد يتكلم في ذلك نهارًا.',
    'أفضل أن نكمل بسرعة.',
    'اسألوا الآخرين أيضًا.',
    'لا أحب أن أتكلم في هذا مساءً.',
    'أقول ما أعرفه ولا أزيد.',
    'هذا باق معي.',
  ],
}

/** Between two things told in one answer. */
export const BRIDGES: Remarks = {
  en: [
    'And another thing.',
    'I should add this.',
    'Since you will ask:',
    'There is something more.',
    'To go on:',
  ],
  ar: ['وشيء آخر.', 'وأضيف هذا.', 'ولأنكم ستسألون:', 'وهناك ما هو أكثر.', 'وأكمل:'],
}

export const LAST_QUESTIONS: Remarks = {
  en: [
    'Is there anything you would like to add?',
    'We can stop here. Is there something I did not ask?',
    'What should we not leave out?',
    'Thank you. Would you like to say anything else?',
  ],
  ar: [
    'هل من شيء تودون إضافته؟',
    'يمكن أن نتوقف هنا. هل هناك ما لم أسأل عنه؟',
    'ما الذي لا يجوز أن نغفله؟',
    'شكرًا. هل بقي شيء يقال؟',
  ],
}

export const LAST_WORDS: Remarks = {
  en: [
    'Only that I would like to be told what you find.',
    'No. I am tired, but it was right to come.',
    'That there were names. Each of them had a name.',
    'Keep my place out of it, please. The rest you may use as we agreed.',
    'I would like to read it before anyone else does.',
    'Ask me again in spring, perhaps I will know more.',
    'Nothing more. Thank you for writing it as I said it.',
    'Only this: I did not come to accuse anybody that I did not see.',
    'Please do not guess where I was silent.',
    'I hope that somebody will have to answer.',
    'I wanted it to be written somewhere. Now it is.',
    'If you meet the others, greet them from me.',
  ],
  ar: [
    'أريد فقط أن أُبلَّغ بما تتوصلون إليه.',
    'لا. كان المجيء صوابًا رغم التعب.',
    'أنه كانت هناك أسماء. لكل واحد منهم اسم.',
    'لا تذكروا مكاني من فضلكم. أما الباقي فكما اتفقنا.',
    'أود أن أقرأه قبل غيري.',
    'اسألوني مرة أخرى في الربيع، فلعلي أعرف أكثر.',
    'لا شيء آخر. شكرًا لأنكم كتبتم كما قلت.',
    'هذا فقط: لم آت لأتهم أحدًا لم أره.',
    'حيث سكتُّ أرجو ألا تخمنوا.',
    'آمل أن يُسأل أحد عن ذلك يومًا.',
    'أردت أن يُكتب هذا في مكان ما، وقد كُتب الآن.',
    'إن لقيتم الآخرين فسلموا عليهم.',
  ],
}
