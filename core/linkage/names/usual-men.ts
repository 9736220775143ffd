/**
 * Men's names that are usual in Arab countries, written down from general knowledge by the makers of this program, from no other list; spellings are
 * those that passports and newspapers use, English and French above all. Format: `knownNamesFrom`. No native reader has checked it (docs/limits.md).
 */
export const USUAL_MEN = `
محمد mohammed mohamed mohammad mohamad muhammad muhammed muhamad muhamed mouhamed mouhamad mouhammed mhamed mahomed mehmed mehmet mahamad mahamed
محمود mahmoud mahmud mahmood mehmood mehmud
احمد ahmad ahmed ahmet ahmedh
حامد hamed hamid
حمد hamad
حميد hameed hamid hamied
حمدي hamdi hamdy
حمدان hamdan hamdane
حماد hammad
حمود hamoud hamud hammoud hmoud
حمزه hamza hamzeh hamze
محسن mohsen mohsin muhsin muhsen
حسن hassan hasan hacene hassen hasen hassane
حسين hussein hussain husain husayn hossein hosein hossain houssine hussin hocine husein houcine hussien hossin housain
حسان hassaan hassan hassane
حسني hosni husni hosny husny
حسام hossam hussam husam hosam houssam
حسنين hassanein hasanain hassanain
علي ali aly
عمر omar umar omer oumar umer omr
عمرو amr amru amro
عمار ammar amar
عامر amer amir aamir
امير amir ameer emir amire
امين amin ameen amine emin
ايمن ayman aymen aiman eymen
امجد amjad amjed
انس anas anass anes
انور anwar anouar anwer enver anwaar
اسامه osama usama oussama ousama usamah ossama
اسعد asaad asad assaad asaed
سعد saad saed sad
سعيد saeed said sayeed saied saaid
سعود saud saoud soud
سيد sayed sayyid sayyed syed sayid saied seyed seyyed
اشرف ashraf achraf ashref asharaf
ادم adam adem
ادهم adham
ادريس idris idriss driss edris
ابراهيم ibrahim ibraheem ebrahim brahim ibrahem ibraham abraham
اسماعيل ismail ismael esmail ismaeel ismaiel smail esmael
اسحاق ishaq ishak isaac eshaq
الياس elias ilyas ilias elyas
ايوب ayoub ayub ayyub ayoob
يوسف yusuf yousef youssef yousif yusef yusif joseph yousouf yossef youcef
يونس younis yunus younes yunis yonis younous
يعقوب yaqoub yaqub yacoub yakub jacob yacub yaacoub yaqoob
يحيي yahya yahia yehia yehya
ياسر yasser yasir yaser
ياسين yasin yassin yaseen yassine yasine
يزيد yazid yazeed
يزن yazan yazen
خالد khaled khalid khalled kaled
خليل khalil khaleel halil
خلف khalaf
خضر khader khidr khodr khedr khudr khadr khidir
خميس khamis khamees
خير khair kheir khayr
خيري khairi khairy kheiri khayri
داود داوود dawood dawud daoud daud dawoud david daood
رائد raed raid raied
رامي rami ramy
راشد rashed rashid rached rachid
رشيد rashid rasheed rachid
رشاد rashad rachad
رشدي rushdi roshdi rushdy rochdi
رشدان rashdan
راجي raji
راجح rajeh rajih
راضي radi radhi rady
رضا reda rida ridha redha reza riza
رضوان radwan ridwan redouane radouan redwan ridhwan rizwan radhwan
رياض riyad riad riyadh ryad riaz riadh
ربيع rabie rabi rabea rabih rabee rabia
رجب rajab ragab recep
رمضان ramadan ramazan ramadhan romdhane
رمزي ramzi ramzy
رافت raafat rafat refat
رفعت rifat refaat rifaat
رفيق rafiq rafik rafeeq rafeek
رزق rizq rizk rezk
رؤوف رووف raouf rauf raoof
زكريا zakaria zakariya zakarya zakariyya zekeriya zakaraya
زكي zaki zaky
زياد ziad ziyad zyad zeyad
زيد zaid zayd zeid zayed
زيدان zidan zidane zaidan zaydan zeidan zedan
زاهر zaher zahir
زهير zuhair zuheir zouhair zohair zuhayr zouheir
زاهي zahi
سالم salem salim
سليم salim saleem selim
سلمان salman selman
سليمان suleiman sulaiman soliman sulayman suleman slimane soleiman solayman suleyman sliman
سلامه salama salameh salamah salame
سلطان sultan soltan
سامي sami samy sammy
سامر samer samir
سمير samir sameer
سمعان samaan simaan
سمح samh
سامح sameh samih
سميح samih sameeh
ساري sari sary
سعدي saadi saady sadi
سفيان sufyan sofian soufiane sufian sofiane sofyan
سيف saif sayf seif seyf
سهيل suhail sohail suhayl souhail soheil sohaib
صهيب suhaib sohaib suhayb souhaib
شادي shadi shady chadi
شاكر shaker shakir chaker
شريف sharif shareef sherif cherif sheriff charif
شعبان shaaban shaban chaabane shabaan chaaban
شكري shukri shokri choukri shoukry shukry shokry
شوقي shawqi shawki chawki shawky shoqi
شهاب shihab shehab chihab shahab
شاهر shaher
شاهين shahin shaheen chahine chahin
صابر saber sabir
صبري sabri sabry
صبحي subhi sobhi sobhy subhy
صالح saleh salih salah
صلاح salah saleh
صادق sadeq sadiq sadek sadik
صدام saddam sadam
صقر saqr sakr
ضياء diaa dia diya ziya zia diyaa dhia
طارق tareq tariq tarek tarik tarique
طاهر taher tahir tahar
طه taha
طلال talal
طلعت talaat talat
طالب taleb talib
ظافر dhafer zafer zafir dhafir thafer
ظاهر zaher dhaher zahir
عاصم asem assem asim
عادل adel adil
عارف aref arif
عاطف atef atif
عباس abbas abas
عبد abed abd abid
عبدو abdo abdou abdu abdoh
عبود abboud aboud abood abbud
عبيد obaid ubaid obeid ubayd abid
عدنان adnan adnane
عدي uday oday odai udai adi
عدلي adly adli
عرفات arafat
عزت izzat ezzat ezat
عز izz ezz
عزمي azmi azmy
عزيز aziz azeez
عصام issam essam isam esam issame
عطا atta ata
عطيه atiya attia atiyah atieh atia
عقيل aqil aqeel akil akeel
عقبه uqba oqba okba
عكرمه ikrima ekrema
علاء alaa ala aladin
علوان alwan
عماد imad emad
عمران imran omran emran umran
عوض awad awadh aouad
عوني awni aouni
عيد eid aid eed
عيسي issa isa eissa aissa essa eisa
عياد ayyad ayad
عثمان othman osman uthman othmane ousmane usman ottman
غازي ghazi gazi ghazy
غانم ghanem ghanim
غسان ghassan gassan ghasan
غالب ghaleb ghalib
غيث ghaith gaith gheith ghayth
فادي fadi fady
فارس fares faris fars
فاروق farouk faruk farooq farouq faruq faroq
فاضل fadel fadhel fadil fazel fadhil
فايز fayez faiz fayiz faez
فائق faiq faeq
فتحي fathi fathy fethi
فتح fath fateh
فخري fakhri fakhry
فراس firas feras
فرج faraj farag
فرحان farhan
فرحات farhat ferhat
فريد farid fareed ferid
فضل fadl fadel fazl fadhl
فهد fahd fahad fahed
فهمي fahmi fahmy fehmi
فواز fawaz fawwaz faouaz
فؤاد fouad fuad foad fuaad
فوزي fawzi fawzy faouzi fauzi fouzi
فيصل faisal faysal feisal fayssal faycal
قاسم qasim qasem kassem kasim kasem kacem gassem qassem qassim qaseem
قصي qusay qusai kusay qosay kosai
قيس qais qays kais kays
كامل kamel kamil
كمال kamal kamel kemal
كريم karim kareem kerim
كارم karem
كرم karam
كنان kinan kenan
كاظم kazem kadhim kadhem kazim kadim
لطفي lotfi lutfi lotfy lutfy
لؤي louay luay loay luai loai
ليث laith layth leith
ماجد majed majid maged
مجيد majid majeed
مجد majd
مجدي majdi magdy majdy magdi
ماهر maher mahir
مازن mazen mazin
مامون mamoun maamoun mamun
مبارك mubarak mobarak moubarak embarek mubarek
مثني muthanna mothana muthana mouthanna
مدحت medhat midhat
مراد murad mourad morad
مرتضي murtada mortada murtaza murtadha morteza
مروان marwan marouane merwan
مسعود masoud masud massoud messaoud mesud masood
مسلم muslim moslem musallam
مشعل mishaal meshal mishal
مصطفي mustafa mostafa moustafa moustapha mustapha mostapha mustafe
مصعب musab mosab musaab mosaab mousab
معاذ muaz moaz muadh moath muath mouadh moaaz
معاويه muawiya moawia muawiyah
معتز moataz mutaz moutaz motaz muataz
معتصم mutasim motasem moatasem mutasem moutassim
معن maan
معين moeen muin mouin moin
مفيد mufid mofid
ممدوح mamdouh mamduh
منتصر montaser muntasir muntaser montasir
منذر munther mundhir monzer mounzer munzer
منصور mansour mansoor mansur
منير munir mounir moneer monir muneer
مهدي mahdi mehdi mahdy
مهند muhannad mohannad mohanad muhanad mouhanad
موسي musa mousa moussa moosa mussa
مؤمن moamen momen mumin moumen
مؤيد muayad moayad mouayad moayyad muayyad
ميسره maysara
ناجي naji nagi nagy naji
نادر nader nadir
نادي nadi
ناصر nasser naser nasir nacer nassir
ناصيف nassif nasif
ناظم nazem nazim nadhem
نافذ nafez nafiz nafeth
نبيل nabil nabeel nebil
نجيب najib najeeb naguib nagib
نجم najm negm
نديم nadim nadeem
نزار nizar nezar nazar
نزيه nazih nazeeh
نصر nasr naser
نضال nidal nedal nidhal
نعمان numan noman nouman noaman
نعيم naim naeem naeim
نور nour noor nur
نواف nawaf nawwaf
نوح nuh nouh noah nooh
هادي hadi hady hedi
هاشم hashem hashim hachem hachim
هاني hani hany
هشام hisham hesham hicham
هيثم haitham haytham haithem hitham
هلال hilal helal
همام hammam humam homam
وائل wael wail
وحيد wahid waheed
وسام wissam wesam wisam
وسيم wasim waseem wassim
وليد walid waleed oualid
ياقوت yaqout
بدر badr bader bedr
بدران badran
باسل basel bassel basil bassil
باسم basem bassem basim bassim
بسام bassam basam
بشار bashar bachar bashaar
بشير bashir basheer bachir beshir
بكر bakr baker bakir bekr
بلال bilal belal bilel
بهاء bahaa baha
بهجت bahjat bahgat
بندر bandar
بركات barakat
تامر tamer tamir
تميم tamim tameem
تمام tammam
توفيق tawfiq tawfik toufik taoufik tewfik tawfeeq tofik
تيسير tayseer taysir taisir
ثامر thamer thamir
ثابت thabet thabit
جابر jaber jabir gaber
جبر jabr gabr
جاسم jasem jassem jasim jassim
جلال jalal galal djalal
جمال jamal gamal djamel jamel djamal
جميل jamil jameel gamil djamil
جمعه jumaa jomaa gomaa juma joma jumah goma
جعفر jaafar jafar gaafar djaafar jaffar jafer
جهاد jihad jehad gihad djihad
جواد jawad jawed javad
جودت jawdat jaudat gawdat
جورج george georges jorj
جبران gibran jibran jubran
حاتم hatem hatim
حازم hazem hazim
حبيب habib habeeb
حذيفه hudhaifa huthaifa hozaifa hudhayfa houdaifa
حسيب hasib haseeb
حكمت hikmat hekmat
حكيم hakim hakeem
حليم halim haleem
حيدر haidar hayder haydar haider heidar hyder
حنا hanna
حنفي hanafi hanafy
ذياب diab dhiab theyab thiab
ذو dhu
ذوالفقار ذوفقار zulfiqar zulfikar dhulfiqar zulfiquar
رعد raad
سند sanad
سراج siraj seraj
سنان sinan senan
سجاد sajjad sajad
شفيق shafiq shafik chafik shafeeq
شمس shams chams
شهيد shahid
صفوان safwan safouane
صخر sakhr
ضرغام dirgham
طلحه talha
عفيف afif
عمير umair omair umayr
عروه urwa orwa
غيلان ghaylan
قتيبه qutaiba qutayba kutaiba
قحطان qahtan kahtan
كايد kayed
لقمان luqman lokman loqman
مالك malek malik
محرم muharram moharam
محيي mohyee muhyi mohi
مختار mokhtar mukhtar moukhtar
مناف manaf
منهل manhal
نائل nael nail
نايف nayef naif nayif
هارون haroun harun haroon
هود hud
وضاح waddah
يامن yamen yamin
يسري yousri yosri yusri yousry
بولس boulos boules paul
بطرس boutros butros peter
مرقس morcos marcos
ميخائيل mikhail michael mikhael
جرجس girgis guirguis
الهام ilham elham
`
