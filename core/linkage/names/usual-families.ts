/**
 * What follows عبد (names of God), then names of families, tribes and places of origin, as `usual-men.ts`: from general knowledge, unchecked by a
 * native reader. The article is left out. Kept few: a family name that is a man's name stands there.
 */
export const USUAL_SERVANTS = `
عبد الله allah
عبد رحمن rahman rehman rahmane rahmen raman
عبد رحيم rahim raheem
عبد كريم karim kareem kerim krim
عبد عزيز aziz azeez
عبد قادر qader qadir kader kadir qadr gader
عبد حميد hamid hameed
عبد حليم halim haleem
عبد حكيم hakim hakeem
عبد حق haq haqq hak
عبد حي hay hai
عبد حفيظ hafiz hafez hafeez
عبد حسين hussein husain hussain
عبد امير amir ameer
عبد زهره zahra
عبد سلام salam salaam
عبد ستار sattar satar
عبد سميع samee sami
عبد صمد samad
عبد رزاق razzaq razaq razzak razak
عبد رؤوف رووف raouf rauf raoof
عبد رشيد rashid rasheed rachid
عبد رب rab rabb
عبد ربه rabbo rabo rabbu rabbuh
عبد فتاح fattah fatah
عبد غفور ghafour ghafur gafoor
عبد غفار ghaffar gaffar
عبد غني ghani gani
عبد قدوس quddus qudous
عبد قيوم qayyum qayoum
عبد لطيف latif lateef
عبد مجيد majid majeed magid magied madjid
عبد ماجد majed
عبد ملك malik malek
عبد مالك malek
عبد منعم munim moneim monem menem
عبد محسن mohsen muhsin mohsin
عبد مطلب muttalib mutaleb motaleb
عبد معطي muti moaty moati
عبد مؤمن moumen momen mumin
عبد ناصر nasser naser nasir nacer
عبد نبي nabi
عبد نور nour noor nur
عبد نعيم naim naeem
عبد هادي hadi hady
عبد وهاب wahab wahhab ouahab
عبد واحد wahid wahed ouahed
عبد وارث warith wareth
عبد ودود wadoud wadud
عبد باسط basit basset baset
عبد باري bari
عبد باقي baqi baki
عبد بصير basir baseer
عبد جبار jabbar jabar gabbar djabbar
عبد جليل jalil jaleel galil djalil
عبد جواد jawad gawad
عبد خالق khaleq khalek khaliq
عبد دائم dayem daim
عبد شافي shafi
عبد شكور shakour shakur
عبد ظاهر zaher zahir
عبد عاطي ati aty
عبد عال aal al
عبد عظيم azim azeem
عبد عليم alim aleem
عبد علي ali
عبد كافي kafi
عبد مقصود maqsoud maksoud
عبد موجود mawgoud mawjoud
عبد هاشم hashem
عبد واسع wasea wasi
`
export const USUAL_FAMILIES = `
صلاحدين salahdin saladin
نوردين nurdin nordin
عزدين izzdin ezzdin azdin azzdin
علادين alaadin aladin
ضيادين diadin ziadin
سيفدين saifdin seifdin
شمسدين shamsdin chamsdin
بدردين badrdin
نصردين nasrdin nasrdin nasirdin
ناصردين nasserdin
فخردين fakhrdin
جمالدين jamaldin gamaldin djamaldin
كمالدين kamaldin kemaldin
محيدين mohidin muhidin mohydin
حسامدين hussamdin hossamdin
عمادين imaddin
تقيدين taqidin
خيردين khairdin kheirdin khayrdin
نصرالله nasrallah
فضلالله fadlallah
حسبالله hasballah
عطاالله عطالله ataallah atallah attallah
جادالله jadallah gadallah
رزقالله rizqallah rizkallah
خيرالله khairallah
سعدالله saadallah
فرجالله farajallah
ابوبكر abubakr abubakar abubaker abubakir aboubacar abubacar
ابوزيد abuzeid abuzaid abuzayd
ابوحسن abuhassan abulhassan
ابوعلي abuali
اسد assad asad asaad esad
اسطل astal
افغاني afghani
الباني albani
بغدادي baghdadi bagdadi
بصري basri basry
بياتي bayati bayaty
بيطار bitar baytar bittar
تكريتي tikriti takriti
تميمي tamimi tamimy
تونسي tounsi tunsi
جبوري jabouri jubouri juburi jibouri jaburi
جزائري jazairi jazaeri djazairi
جندي jundi jindi joundi gendy
جوهري jawhari gohary johari
جنابي janabi
حسيني husseini husayni hussaini husaini
حسناوي hasnawi
حلبي halabi halaby
حمصي homsi humsi
حموي hamwi hamoui
حمداني hamdani
حداد haddad hadad
حلاق hallaq halak
حوراني hourani hawrani
حكيم hakim hakeem
خطيب khatib khateeb katib
خوري khoury khouri khuri
خياط khayat khayyat
خزاعي khuzai
خليفه khalifa khalifeh khalife
دليمي dulaimi duleimi dulaymi dleimi
دوري douri duri
دباغ dabbagh
درويش darwish darwich darweesh
درويشي darwishi
راوي rawi
ربيعي rubaie rubaye rabiei
رفاعي rifai refai rifaai
ريفي rifi
زبيدي zubaidi zubeidi zobaidi zubaydi
زيات zayat zayyat
زهراني zahrani
زهار zahar
سامرائي samarrai samarai samarraie
ساعدي saadi saedi
سراج sarraj siraj
سعدون saadoun sadoun
سعودي saudi
سيسي sisi sissi
سوداني sudani soudani
سوري souri suri
سقا saqqa sakka saqa
شامي shami chami
شمري shammari shamari
شهري shehri shahri
شيرازي shirazi
شنار shannar
شويخ shuwaikh
صباغ sabbagh
صدر sadr
صياد sayyad
صواف sawaf
صراف sarraf
طائي tai taie taei
طنطاوي tantawi tantawy
طويل tawil taweel
طحان tahan
عاني ani
عامري amiri ameri
عبادي abadi
عبيدي obaidi ubaidi obeidi ubaydi
عتيبي otaibi utaibi
عراقي iraqi iraki eraqi
عسيري asiri
عطار attar atar
عقاد aqqad akkad
علوي alawi alaoui allawi
عمري omari umari amri
عنزي anzi enezi anazi
عوده awda odeh auda ouda awdah
غامدي ghamdi
غزاوي ghazzawi ghazawi
غزالي ghazali
فارسي farsi
فخراني fakharani
فقيه faqih fakih
فلسطيني filistini falastini
فياض fayyad fayad
قاضي qadi kadi kadhi qazi
قحطاني qahtani kahtani
قدسي qudsi kodsi
قذافي qaddafi gaddafi kadhafi gadhafi khadafi qadhafi kaddafi qadafi
قرشي qurashi qureshi koraichi quraishi
قصاب qassab kassab
قطان qattan kattan
قيسي qaisi qaysi kaissi
كاتب kateb katib
كبيسي kubaisi kubaysi
كردي kurdi kordi kourdi
كعبي kaabi
كناني kinani kenani
كيلاني kilani kailani gilani keilani
كرخي karkhi
لامي lami
لبناني lubnani
ليبي libi
مالكي maliki
مجدلاوي majdalawi
محمدي mohammadi muhammadi
مدني madani
مصري masri misri masry elmasri
مطيري mutairi
مغربي maghribi maghrabi moghrabi
مقدسي maqdisi makdisi maqdissi
ملا mulla
موسوي musawi moussawi mousavi
موصلي mosuli mosli
مهنا mhanna muhanna
نابلسي nabulsi nabulsy
نجار najjar naggar najar
نجفي najafi
نعيمي nuaimi nuaymi noaimi
نقاش naqqash
هاشمي hashemi hashimi hachemi
هندي hindi
هلالي hilali
ورفلي werfalli
وردي wardi
يماني yamani
يازجي yaziji
يمني yemeni
ياسري yasiri
بكري bakri bekri bakry
بدوي badawi badaoui bedawi
بلوشي balushi balochi
بطاينه batayneh
بشاره bishara bechara
بيومي bayoumi bayumi
باشا basha pasha
ترك turk
تركي turki turky
جمل jamal gamal
حاج haj hajj hadj
شيخ sheikh shaikh cheikh shaykh
شيخلي shaikhly
دمشقي dimashqi
دجاني dajani
حسنين hassanein
شلبي shalabi chalabi shalaby chelbi
عاشور ashour achour ashur
علمي alami
قاسمي qasimi kasmi
كواكبي kawakibi
نوري nouri nuri noori
عيساوي issawi aissaoui
صالحي salihi salehi
رشيدي rashidi rachidi
سعدي saadi
محاميد mahameed
زعبي zoubi zoabi
عمايره amayreh
قواسمي qawasmi
شعراوي shaarawi
منشاوي minshawi
فيومي fayoumi
سعيدي saidi saeedi
يوسفي yousfi yousefi
`
