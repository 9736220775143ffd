/**
 * Crimes of articles 6, 7, 8(2)(a) and 8(2)(c) of the Rome Statute, and their elements in short words of our own, English and Arabic.
 * **Not the Court's text**, which is the Court's: it can be loaded beside (`official-text.ts`). Numbers are those of the Elements of Crimes
 * (2011), so that each line finds its element there. No lawyer has read the English yet, and the Arabic wants a legal reader.
 *
 * A crime: id | article | name. Below it its elements in order: role | words. Roles: c conduct, k circumstance, m mental, x context of the
 * whole, y knowledge of the context. `= key` is an element that a family of crimes shares. `+` is one of several ways to meet the element above.
 */
export const SHARED_TEXT = `
gen.group | k | They belonged to a national, ethnic, racial or religious group. | كانوا ينتمون إلى جماعة قومية أو إثنية أو عرقية أو دينية.
gen.intent | m | It was meant to destroy that group as such, wholly or in part. | كان القصد إهلاك تلك الجماعة بصفتها هذه، كليًّا أو جزئيًّا.
gen.manifest-pattern | x | It was part of a plain pattern of like acts against the group, or could by itself destroy it. | كان ضمن نمط واضح من أفعال مماثلة ضد الجماعة، أو كان كافيًا بذاته لإهلاكها.
cah.attack | x | It belonged to an attack on civilians that was widespread or systematic. | كان جزءًا من هجوم واسع النطاق أو منهجي على سكان مدنيين.
cah.attack-knowledge | y | Who did it knew of that attack and that this was part of it, or meant it to be. | كان الفاعل يعلم بذلك الهجوم وبأن الفعل جزء منه، أو أراده كذلك.
wc.gc-protected-status | k | The Geneva Conventions of 1949 protected them. | كانت اتفاقيات جنيف لعام 1949 تحميهم.
wc.gc-status-awareness | m | Who did it knew the facts that gave this protection. | كان الفاعل يعلم بالوقائع التي تثبت هذه الحماية.
wc.iac-nexus | x | It happened in an international armed conflict and was tied to it. | وقع في سياق نزاع مسلح دولي واقترن به.
wc.niac-nexus | x | It happened in an armed conflict that was not international and was tied to it. | وقع في سياق نزاع مسلح غير دولي واقترن به.
wc.armed-conflict-awareness | y | Who did it knew the facts that made an armed conflict of it. | كان الفاعل يعلم بالوقائع التي تثبت وجود نزاع مسلح.
wc.ca3-protected-status | k | They were out of the fight, or civilians, medical or religious staff with no active part in it. | كانوا عاجزين عن القتال، أو مدنيين أو أفراد خدمات طبية أو دينية لا يشاركون فيه فعليًّا.
wc.ca3-status-awareness | m | Who did it knew the facts that gave them this status. | كان الفاعل يعلم بالوقائع التي تثبت هذه الصفة.
`

export const CRIMES_OF_6_AND_7 = `
6a | 6(a) | Genocide: killing | الإبادة الجماعية: القتل
c | One person or more was killed. | قُتل شخص أو أكثر.
= gen.group
= gen.intent
= gen.manifest-pattern
6b | 6(b) | Genocide: serious harm to body or mind | الإبادة الجماعية: إلحاق أذى جسيم بالجسد أو العقل
c | One person or more was seriously harmed in body or mind. | أُلحق بشخص أو أكثر أذى جسيم في الجسد أو العقل.
= gen.group
= gen.intent
= gen.manifest-pattern
6c | 6(c) | Genocide: conditions of life meant to destroy | الإبادة الجماعية: فرض أحوال معيشية يراد بها الإهلاك
c | Certain conditions of life were forced on one person or more. | فُرضت أحوال معيشية معينة على شخص أو أكثر.
= gen.group
= gen.intent
k | These conditions were reckoned to destroy the group bodily, wholly or in part. | كانت هذه الأحوال محسوبة لإهلاك الجماعة ماديًّا، كليًّا أو جزئيًّا.
= gen.manifest-pattern
6d | 6(d) | Genocide: preventing births | الإبادة الجماعية: منع الإنجاب
c | Certain measures were forced on one person or more. | فُرضت تدابير معينة على شخص أو أكثر.
= gen.group
= gen.intent
k | The measures were meant to prevent births in the group. | كانت التدابير ترمي إلى منع الإنجاب داخل الجماعة.
= gen.manifest-pattern
6e | 6(e) | Genocide: taking children away | الإبادة الجماعية: نقل الأطفال قسرًا
c | One person or more was moved by force. | نُقل شخص أو أكثر قسرًا.
= gen.group
= gen.intent
k | They were moved from that group to another. | كان النقل من تلك الجماعة إلى جماعة أخرى.
k | They were under 18. | كانت أعمارهم دون الثامنة عشرة.
m | Who did it knew, or should have known, that they were under 18. | كان الفاعل يعلم، أو كان عليه أن يعلم، أنهم دون الثامنة عشرة.
= gen.manifest-pattern
7-1a | 7(1)(a) | Crime against humanity: murder | جريمة ضد الإنسانية: القتل العمد
c | One person or more was killed. | قُتل شخص أو أكثر.
= cah.attack
= cah.attack-knowledge
7-1b | 7(1)(b) | Crime against humanity: extermination | جريمة ضد الإنسانية: الإبادة
c | One person or more was killed, be it through conditions of life made to destroy part of a population. | قُتل شخص أو أكثر، ولو بفرض أحوال معيشية يراد بها إهلاك جزء من السكان.
k | It was, or was part of, a mass killing of civilians. | كان قتلًا جماعيًّا لمدنيين أو جزءًا منه.
= cah.attack
= cah.attack-knowledge
7-1c | 7(1)(c) | Crime against humanity: enslavement | جريمة ضد الإنسانية: الاسترقاق
c | Somebody was treated as owned: bought, sold, lent, bartered, or robbed of liberty in a like way. | عومل شخص أو أكثر معاملة المملوك: شراءً أو بيعًا أو إعارةً أو مقايضةً، أو سُلبت حريته على نحو مماثل.
= cah.attack
= cah.attack-knowledge
7-1d | 7(1)(d) | Crime against humanity: deportation or forcible transfer | جريمة ضد الإنسانية: إبعاد السكان أو نقلهم قسرًا
c | People were expelled or coerced to another State or place, with no ground that international law allows. | أُبعد أشخاص أو نُقلوا قسرًا إلى دولة أو مكان آخر دون مسوّغ يجيزه القانون الدولي.
k | They were lawfully where they were taken from. | كان وجودهم في المنطقة التي أُخرجوا منها مشروعًا.
m | Who did it knew the facts that made their presence lawful. | كان الفاعل يعلم بالوقائع التي تجعل وجودهم مشروعًا.
= cah.attack
= cah.attack-knowledge
7-1e | 7(1)(e) | Crime against humanity: imprisonment | جريمة ضد الإنسانية: السجن أو الحرمان الشديد من الحرية
c | Somebody was imprisoned or otherwise severely deprived of bodily liberty. | سُجن شخص أو أكثر أو حُرم حرمانًا شديدًا من الحرية البدنية.
k | It was so grave that it broke fundamental rules of international law. | بلغ من الجسامة حدًّا يخالف القواعد الأساسية للقانون الدولي.
m | Who did it knew the facts that made it so grave. | كان الفاعل يعلم بالوقائع التي تثبت هذه الجسامة.
= cah.attack
= cah.attack-knowledge
7-1f | 7(1)(f) | Crime against humanity: torture | جريمة ضد الإنسانية: التعذيب
c | Severe pain or suffering, of body or mind, was inflicted. | أُلحق بشخص أو أكثر ألم شديد أو معاناة شديدة، بدنيًّا أو نفسيًّا.
k | Who did it held the person, or had control over them. | كان الشخص محتجزًا لدى الفاعل أو تحت سيطرته.
k | The pain was more than what goes with lawful sanctions. | لم يكن الألم ناشئًا عن عقوبات مشروعة فحسب ولا ملازمًا لها.
= cah.attack
= cah.attack-knowledge
7-1g-1 | 7(1)(g)-1 | Crime against humanity: rape | جريمة ضد الإنسانية: الاغتصاب
c | A body was invaded by penetration, however slight, in the ways that the element lists. | اعتُدي على جسد شخص بإيلاج، مهما كان طفيفًا، على النحو المبيّن في الركن.
k | It was done by force, threat or coercion, in a coercive setting, or to a person who could not truly consent. | ارتُكب بالقوة أو التهديد أو القسر، أو في بيئة قسرية، أو ضد شخص عاجز عن الرضا الحقيقي.
= cah.attack
= cah.attack-knowledge
7-1g-2 | 7(1)(g)-2 | Crime against humanity: sexual slavery | جريمة ضد الإنسانية: الاستعباد الجنسي
c | Somebody was treated as owned, or robbed of liberty in a like way. | عومل شخص أو أكثر معاملة المملوك، أو سُلبت حريته على نحو مماثل.
k | The person was made to take part in sexual acts. | أُجبر الشخص على أفعال ذات طابع جنسي.
= cah.attack
= cah.attack-knowledge
7-1g-3 | 7(1)(g)-3 | Crime against humanity: enforced prostitution | جريمة ضد الإنسانية: الإكراه على البغاء
c | Somebody was made to take part in sexual acts by force, threat, coercion or inability to consent. | أُجبر شخص أو أكثر على أفعال جنسية بالقوة أو التهديد أو القسر أو لعجزه عن الرضا.
k | Somebody gained by it, or expected to. | حصل الفاعل أو غيره على منفعة منها أو توقّعها.
= cah.attack
= cah.attack-knowledge
7-1g-4 | 7(1)(g)-4 | Crime against humanity: forced pregnancy | جريمة ضد الإنسانية: الحمل القسري
c | A woman made pregnant by force was confined, to change a population or to commit other grave violations. | حُبست امرأة أُكرهت على الحمل بقصد تغيير تكوين سكان أو ارتكاب انتهاكات خطيرة أخرى.
= cah.attack
= cah.attack-knowledge
7-1g-5 | 7(1)(g)-5 | Crime against humanity: enforced sterilisation | جريمة ضد الإنسانية: التعقيم القسري
c | Somebody was deprived of the ability to have children. | حُرم شخص أو أكثر من القدرة على الإنجاب.
k | Neither treatment of the person nor true consent justified it. | لم يبرره علاج الشخص ولا رضاه الحقيقي.
= cah.attack
= cah.attack-knowledge
7-1g-6 | 7(1)(g)-6 | Crime against humanity: sexual violence | جريمة ضد الإنسانية: العنف الجنسي
c | A sexual act was done to somebody, or forced from them, by force, threat, coercion or inability to consent. | ارتُكب فعل جنسي ضد شخص أو أُجبر عليه بالقوة أو التهديد أو القسر أو لعجزه عن الرضا.
k | It was as grave as the other crimes of 7(1)(g). | كان في جسامة الجرائم الأخرى في 7(1)(ز).
m | Who did it knew the facts that made it so grave. | كان الفاعل يعلم بالوقائع التي تثبت هذه الجسامة.
= cah.attack
= cah.attack-knowledge
7-1h | 7(1)(h) | Crime against humanity: persecution | جريمة ضد الإنسانية: الاضطهاد
c | People were severely deprived of fundamental rights, against international law. | حُرم شخص أو أكثر حرمانًا شديدًا من حقوق أساسية خلافًا للقانون الدولي.
k | They were targeted for the identity of a group, or the group itself was. | استُهدفوا بسبب هوية جماعة أو استُهدفت الجماعة نفسها.
k | The ground was one that is forbidden everywhere: politics, race, nation, ethnicity, culture, religion, gender or another. | كان الأساس سياسيًّا أو عرقيًّا أو قوميًّا أو إثنيًّا أو ثقافيًّا أو دينيًّا أو متعلقًا بنوع الجنس، أو أساسًا آخر محظورًا عالميًّا.
k | It was connected with another act of article 7(1) or a crime before the Court. | كان متصلًا بفعل آخر من أفعال المادة 7(1) أو بجريمة تختص بها المحكمة.
= cah.attack
= cah.attack-knowledge
7-1i | 7(1)(i) | Crime against humanity: enforced disappearance | جريمة ضد الإنسانية: الاختفاء القسري
c | Who did it did one of these: | قام الفاعل بأحد الأمرين:
+ | took somebody: arrest, detention or abduction | أخذ شخصًا: توقيفًا أو احتجازًا أو اختطافًا
+ | refused to admit the taking, or to say what became of the person or where they were | رفض الإقرار بالأخذ أو الإخبار عن مصير الشخص أو مكان وجوده
k | The taking and the refusal went together, in one of these orders: | اجتمع الأخذ والرفض على أحد الوجهين:
+ | the refusal followed the taking or came with it | تلا الرفضُ الأخذَ أو رافقه
+ | the taking came before the refusal or with it | سبق الأخذُ الرفضَ أو رافقه
m | Who did it knew one of these: | كان الفاعل يعلم بأحد الأمرين:
+ | that a refusal would follow as things usually went | أن الرفض سيتلو في المسار العادي للأحداث
+ | that a taking had come before or came with it | أن أخذًا سبق الرفض أو رافقه
k | A State or political organisation took the person, or authorised, supported or let it happen. | قامت بالأخذ دولة أو منظمة سياسية، أو أذنت به أو دعمته أو أقرّته.
k | That State or organisation refused, or authorised or supported the refusal. | رفضت تلك الدولة أو المنظمة الإقرار أو الإخبار، أو أذنت بالرفض أو دعمته.
m | It was meant to keep the person out of the law's protection for long. | كان القصد إبقاء الشخص خارج حماية القانون مدة طويلة.
= cah.attack
= cah.attack-knowledge
7-1j | 7(1)(j) | Crime against humanity: apartheid | جريمة ضد الإنسانية: الفصل العنصري
c | An inhumane act was done to somebody. | ارتُكب فعل لاإنساني ضد شخص أو أكثر.
k | It was an act of article 7(1), or of like character. | كان من أفعال المادة 7(1) أو مماثلًا لها في طابعه.
m | Who did it knew the facts that gave the act this character. | كان الفاعل يعلم بالوقائع التي تثبت هذا الطابع.
k | It was done within a regime by which one racial group oppressed and ruled others. | ارتُكب في إطار نظام مؤسسي تضطهد فيه جماعة عرقية غيرها وتسيطر عليها.
m | It was meant to keep that regime up. | كان القصد الإبقاء على ذلك النظام.
= cah.attack
= cah.attack-knowledge
7-1k | 7(1)(k) | Crime against humanity: other inhumane acts | جريمة ضد الإنسانية: أفعال لاإنسانية أخرى
c | An inhumane act made somebody suffer greatly, or seriously hurt their body or health. | سبّب فعل لاإنساني معاناة شديدة أو أذى خطيرًا بالجسد أو الصحة.
k | It was of like character to another act of article 7(1). | كان مماثلًا في طابعه لفعل آخر من أفعال المادة 7(1).
m | Who did it knew the facts that gave the act this character. | كان الفاعل يعلم بالوقائع التي تثبت هذا الطابع.
= cah.attack
= cah.attack-knowledge
`

/** What every crime of 8(2)(a) ends with, but 8(2)(a)(iv): status, knowledge of it, conflict, knowledge of that. */
const IAC = `= wc.gc-protected-status
= wc.gc-status-awareness
= wc.iac-nexus
= wc.armed-conflict-awareness`

/** And every crime of 8(2)(c), where nothing stands between. */
const NIAC = `= wc.ca3-protected-status
= wc.ca3-status-awareness
= wc.niac-nexus
= wc.armed-conflict-awareness`

const PURPOSE = `m | It was done for a purpose such as a confession, information, punishment, intimidation, coercion or discrimination. | كان لغرض مثل الاعتراف أو المعلومات أو العقاب أو التخويف أو القسر أو التمييز.`
const SEVERE_PAIN = `c | Severe pain or suffering, of body or mind, was inflicted. | أُلحق بشخص أو أكثر ألم شديد أو معاناة شديدة، بدنيًّا أو نفسيًّا.`
const KILLED = `c | One person or more was killed. | قُتل شخص أو أكثر.`
const HOSTAGES = `c | Somebody was seized, detained or held as a hostage. | أُمسك شخص أو أكثر أو احتُجز أو أُخذ رهينة.
k | They were threatened with death, injury or further detention. | هُددوا بالقتل أو الإيذاء أو استمرار الاحتجاز.
m | It was meant to make somebody act or refrain as the price of their safety or release. | كان القصد حمل جهة ما على فعل أو امتناع شرطًا لسلامتهم أو الإفراج عنهم.`

export const CRIMES_OF_8 = `
8-2a-i | 8(2)(a)(i) | War crime: wilful killing | جريمة حرب: القتل العمد
${KILLED}
${IAC}
8-2a-ii-1 | 8(2)(a)(ii)-1 | War crime: torture | جريمة حرب: التعذيب
${SEVERE_PAIN}
${PURPOSE}
${IAC}
8-2a-ii-2 | 8(2)(a)(ii)-2 | War crime: inhuman treatment | جريمة حرب: المعاملة اللاإنسانية
${SEVERE_PAIN}
${IAC}
8-2a-ii-3 | 8(2)(a)(ii)-3 | War crime: biological experiments | جريمة حرب: التجارب البيولوجية
c | Somebody was subjected to a biological experiment. | أُخضع شخص أو أكثر لتجربة بيولوجية.
k | It seriously endangered their health or integrity. | عرّضت صحتهم أو سلامتهم لخطر جسيم.
k | It was not meant to heal, and no medical reason and no interest of theirs justified it. | لم يكن القصد علاجيًّا ولم يبرره سبب طبي ولا مصلحة لهم.
${IAC}
8-2a-iii | 8(2)(a)(iii) | War crime: wilfully causing great suffering | جريمة حرب: تعمّد إحداث معاناة شديدة
c | Somebody was made to suffer greatly, or their body or health was seriously hurt. | أُحدث ألم أو معاناة شديدة أو أذى خطير بالجسد أو الصحة.
${IAC}
8-2a-iv | 8(2)(a)(iv) | War crime: destroying or taking property | جريمة حرب: تدمير الممتلكات والاستيلاء عليها
c | Property was destroyed or taken. | دُمّرت ممتلكات أو استُولي عليها.
k | Military necessity did not justify it. | لم تبرره ضرورة عسكرية.
k | It was extensive and wanton. | كان واسع النطاق وتعسفيًّا.
k | The Geneva Conventions of 1949 protected the property. | كانت اتفاقيات جنيف لعام 1949 تحمي الممتلكات.
= wc.gc-status-awareness
= wc.iac-nexus
= wc.armed-conflict-awareness
8-2a-v | 8(2)(a)(v) | War crime: forced service in enemy forces | جريمة حرب: الإرغام على الخدمة في قوات معادية
c | Somebody was coerced to fight against their own country, or to serve the enemy's forces. | أُرغم شخص أو أكثر على القتال ضد بلده أو على الخدمة في قوات العدو.
${IAC}
8-2a-vi | 8(2)(a)(vi) | War crime: denying a fair trial | جريمة حرب: الحرمان من محاكمة عادلة
c | Somebody was denied a fair and regular trial by denial of judicial guarantees. | حُرم شخص أو أكثر من محاكمة عادلة ونظامية بحرمانه من الضمانات القضائية.
${IAC}
8-2a-vii-1 | 8(2)(a)(vii)-1 | War crime: unlawful deportation and transfer | جريمة حرب: الإبعاد والنقل غير المشروعين
c | Somebody was deported or transferred to another State or place. | أُبعد شخص أو أكثر أو نُقل إلى دولة أو مكان آخر.
${IAC}
8-2a-vii-2 | 8(2)(a)(vii)-2 | War crime: unlawful confinement | جريمة حرب: الحبس غير المشروع
c | Somebody was confined, or kept confined, in a place. | حُبس شخص أو أكثر أو استمر حبسه في مكان معين.
${IAC}
8-2a-viii-2 | 8(2)(a)(viii) | War crime: taking hostages | جريمة حرب: أخذ الرهائن
${HOSTAGES}
${IAC}
8-2c-i-1 | 8(2)(c)(i)-1 | War crime: murder | جريمة حرب: القتل العمد
${KILLED}
${NIAC}
8-2c-i-2 | 8(2)(c)(i)-2 | War crime: mutilation | جريمة حرب: التشويه البدني
c | Somebody was mutilated: disfigured, disabled, or an organ or limb removed, for good. | شُوّه شخص أو أكثر: عاهة دائمة أو تعطيل أو بتر عضو أو طرف.
k | Neither treatment nor their interest justified it. | لم يبرره علاجهم ولا مصلحتهم.
${NIAC}
8-2c-i-3 | 8(2)(c)(i)-3 | War crime: cruel treatment | جريمة حرب: المعاملة القاسية
${SEVERE_PAIN}
${NIAC}
8-2c-i-4 | 8(2)(c)(i)-4 | War crime: torture | جريمة حرب: التعذيب
${SEVERE_PAIN}
${PURPOSE}
${NIAC}
8-2c-ii | 8(2)(c)(ii) | War crime: outrages upon personal dignity | جريمة حرب: الاعتداء على الكرامة الشخصية
c | Somebody was humiliated, degraded or otherwise hurt in their dignity. | أُهين شخص أو أكثر أو حُطّ من كرامته أو انتُهكت.
k | It was so severe that it is generally seen as an outrage. | بلغ من الشدة ما يُعدّ عمومًا اعتداءً على الكرامة.
${NIAC}
8-2c-iii | 8(2)(c)(iii) | War crime: taking hostages | جريمة حرب: أخذ الرهائن
${HOSTAGES}
${NIAC}
8-2c-iv | 8(2)(c)(iv) | War crime: sentence or execution without due process | جريمة حرب: الحكم أو الإعدام دون محاكمة أصولية
c | Somebody was sentenced or executed. | صدر حكم على شخص أو أكثر أو نُفذ فيه الإعدام.
= wc.ca3-protected-status
= wc.ca3-status-awareness
k | One of these was so: | تحقق أحد هذه الأمور:
+ | no court had given a judgment before | لم يسبقه حكم صادر عن محكمة
+ | the court was not regularly constituted: not independent and impartial | لم تكن المحكمة مشكّلة تشكيلًا نظاميًّا: لم تكن مستقلة ومحايدة
+ | the court gave none, or not all, of the other guarantees that are indispensable | لم توفّر المحكمة جميع الضمانات الأخرى التي لا غنى عنها
m | Who did it knew that the judgment or the guarantees were missing, and that these are essential to a fair trial. | كان الفاعل يعلم بغياب الحكم أو الضمانات وبأنها أساسية لمحاكمة عادلة.
= wc.niac-nexus
= wc.armed-conflict-awareness
`
