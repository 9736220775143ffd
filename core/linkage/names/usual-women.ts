/** Women's names, as `usual-men.ts`: from general knowledge, unchecked by a native reader. */
export const USUAL_WOMEN = `
فاطمه fatima fatma fatemeh fatimah fatmeh fatema
فاتن faten fatin
فرح farah
فريده farida fareeda
فدوي fadwa fadoua
فداء fidaa fida fedaa
فايزه fayza faiza fayeza
فوزيه fawzia fawziya fouzia
عائشه aisha aicha ayesha aysha aishah aisheh ayse aesha
اميره amira ameera amirah
امينه amina aminah ameena
امنه amna amina amneh amenah
امل amal
امال amal aamal amaal
اماني amani
احلام ahlam ahlem
اسماء asma asmaa esmaa
اسراء israa esraa isra esra
اسيل aseel asil assil
اسيه asia asiya assia
ايات ayat
ايه aya ayah
ايمان iman eman imane imen
ايناس inas enas ines
الاء alaa ala aalaa
انتصار intisar entesar intissar
انعام inam enam
ابتسام ibtisam ebtesam ibtissam
ابتهال ibtihal ebtehal
اروي arwa aroua
افنان afnan
اريج areej arij
بثينه buthaina bothaina bouthaina buthayna
بتول batoul batool batul
بسمه basma basmah besma
بشري bushra boshra bouchra
بيان bayan
تغريد taghreed taghrid
تهاني tahani
تسنيم tasneem tasnim
ثريا thuraya soraya thorayya
جميله jamila jameela djamila gamila
جهان jihan jehan gihan
جواهر jawaher
جني jana jena janna
حليمه halima haleema
حنان hanan hanane
حنين haneen hanin
حياه حيات hayat
حسناء hasna hasnaa
حفصه hafsa
خديجه khadija khadijah hadija khadeja khadeeja
خلود khulud khouloud kholoud
خوله khawla khaoula khola
دعاء duaa doaa doua
دلال dalal
دانا dana
دانيه dania daniya
دينا dina deena
ديما dima deema
رانيا رانيه rania raniya ranya
رنا rana
رنيم raneem ranim
رباب rabab
رحمه rahma rahmah
رجاء rajaa raja ragaa
ريم reem rim
ريما rima reema
رشا rasha racha
رقيه ruqaya roqaya ruqayya rokaya
رغد raghad
رهف rahaf
روان rawan
رولا rola rula roula
ريهام reham riham
زهره zahra zohra zahrah
زهراء zahraa zahra
زينب zainab zaynab zeinab zeynep zeineb
زكيه zakia zakiya
ساره sara sarah
سعاد suad souad soad
سعديه saadia sadia
سلمي salma selma
سلوي salwa saloua
سميره samira sameera samirah
سميه sumaya somaya soumaya sumayya
سناء sanaa sana
سهام siham seham
سهي suha soha
سهيله suhaila souhila sohaila
سهير suhair soheir
سوزان suzan susan
سوسن sawsan sausan
سجي saja
سحر sahar
سماح samah
سميحه samiha
شهد shahd chahd
شيماء shaima shaimaa chaima shayma chaimae
شروق shuruq shorouq shorouk
شيرين shirin shereen sherine sherin
شذي shatha shaza
صباح sabah
صفاء safaa safa
صفيه safia safiya
صابرين sabrine sabreen
ضحي duha doha
عبير abir abeer
عفاف afaf
عزيزه aziza azeeza
عليا عليه alia aliya aaliyah
عاليه alia aliyah
غاده ghada gada
غدير ghadeer ghadir
غزل ghazal
غفران ghofran ghufran
كوثر kawthar kaouthar kawther
كريمه karima kareema
لمي lama
لميس lamis lamees
لمياء lamia lamya
لبني lubna loubna lobna
لطيفه latifa lateefa
ليلي laila layla leila leyla
لينا lina leena
لين leen lin
لجين lujain lojain
ليان layan
ماجده magda majda majeda
مريم maryam mariam mariem miriam meryem maria
منال manal
مني mona muna mouna
مها maha
مي mai may
ميساء maysa maisa maysaa
ميسون maysoun maysun
ميرا mira
مياده mayada
مرام maram
ملك malak
منار manar
ناديه nadia nadya
ناهد nahed nahid
نبيله nabila nabeela
نجلاء najla nagla najlaa
نجاح najah nagah
نجوي najwa nagwa najoua
نجاه najat
ندي nada
نسرين nisreen nesrin nasrin nisrine
نسيمه nassima nasima
نعيمه naima naeema
نهي noha nuha
نوال nawal naoual
نوره نورا noura nora nura nourah
نور nour noor nur
نورهان nourhan
نيفين nevine neveen
هاجر hajar hager hajer
هاله hala
هبه hiba heba
هدي huda hoda houda
هديل hadeel hadil
هناء hanaa hana
هند hind
هنادي hanadi
هيا haya
هيام hiyam hayam
هيفاء haifa hayfa haifaa
وداد widad wedad
وفاء wafaa wafa
ورده warda wardah
وعد waad
ولاء walaa wala
ياسمين yasmin yasmeen yasmine jasmine
يسرا يسري yusra yosra
سالي sally sali
ميار mayar
رزان razan
جمانه jumana joumana
هنيه haniyeh haniya
ثناء thanaa
حوراء hawra hawraa
رتاج retaj ritaj
تالا tala
تاله tala
جوري jouri jori
سيلا sila
`
