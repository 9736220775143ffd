/** A part of a name with its usual spellings first, then how others write it. */
export interface NamePart {
  readonly ar: readonly [string, ...string[]]
  readonly latin: readonly [string, ...string[]]
}

/** Written as `arabic,arabic|Latin,Latin`: the first of each is the usual one. Every name is made up. */
function parts(rows: string): readonly [NamePart, ...NamePart[]] {
  const [first, ...rest] = rows.trim().split('\n').map(part)
  if (first === undefined) throw new Error('a table of names is empty')
  return [first, ...rest]
}

function part(row: string): NamePart {
  const [arabic = '', latin = ''] = row.trim().split('|')
  return { ar: spellings(arabic), latin: spellings(latin) }
}

function spellings(cell: string): readonly [string, ...string[]] {
  const [first = '', ...rest] = cell.split(',')
  return [first, ...rest]
}

export const GIVEN = parts(`
  زرياف|Zaryaf,Zariaf,Zeryaf
  طلوان,طولوان|Talwan,Tulwan,Talouan
  نوفران|Nawfaran,Nofaran,Naufaran
  هيثلان|Haythlan,Haithlan,Heythlan
  قصوان|Qaswan,Kaswan,Qaswaan
  مرزبال|Marzbal,Merzbal
  ثابران,تابران|Thabran,Sabran,Tabran
  شهلوت|Shahlut,Chahlout,Shahloot
  غيداف|Ghaydaf,Ghaidaf,Gaidaf
  رسمال|Rasmal,Resmal
  بدراف|Badraf,Bedraf
  جلناف|Jalnaf,Gelnaf,Jelnaf
  وسيلان|Wasilan,Waseelan,Ouassilan
  حمدروس|Hamdarus,Hamdaros,Hamdrous
  أسطاف,اسطاف|Astaf,Istaf
  إلياف,الياف|Ilyaf,Elyaf
  آرمود,ارمود|Armud,Aarmoud
  سؤبان,سوبان|Suban,Sooban,Su'ban
  يحلوم|Yahlum,Yehloum
  منذاف,مندوف|Mundhaf,Monzaf,Mondaf
  ضرغال|Dirghal,Durghal,Derghal
  ظفروت,زفروت|Zafrut,Dhafrout,Zafroot
  عزلاف|Azlaf,Ezlaf
  خلدوف|Khalduf,Khaldouf,Kaldouf
  صخران|Sakhran,Sahkran
  فرهوم|Farhum,Ferhoum
  كنعاف|Kanaf,Kan'af,Canaaf
  تيمران|Taymaran,Timran,Teymran
  ميسوط|Maysut,Maisout
  نديار|Nadyar,Nediar
  رضوال|Ridwal,Redwal
  سمهوف|Samhuf,Samhouf,Semhuf
  قيداف|Qaydaf,Kaidaf,Qaidaf
  برهاف|Burhaf,Borhaf
  جوهلان|Jawhalan,Johlan,Gohlan
  درويل|Darwil,Derwil,Darweel
  لقموس|Luqmus,Lokmous
  عدناف|Adnaf,Ednaf
  مالوت|Malut,Maloot
  نجداف|Najdaf,Nagdaf,Nejdaf
  نور الميس,نورالميس|Nur al-Mays,Nour Elmais,Noor Almays
  ذو الرمان,ذوالرمان|Dhu al-Rumman,Zulrumman,Zou Elroman
  زين الورس,زينالورس|Zayn al-Wars,Zein Elwars,Zain Alwars
  شمس الدوح,شمسالدوح|Shams al-Dawh,Chams Eldoh,Shamsaldawh
`)

export const MOTHERS = parts(`
  نورهيل|Nurhil,Nourhil
  سلماف|Salmaf,Selmaf
  هندلا,هندلى|Hindla,Hendla
  وردانة,وردانه|Wardana,Ouardana
  ليلوفة,ليلوفه|Laylufa,Lailoufa
  زهروت|Zahrut,Zahrout
  بدرانة,بدرانه|Badrana,Bedrana
  شهبيلة,شهبيله|Shahbila,Chahbila
  رندافة,رندافه|Randafa,Rendafa
  عفرانة,عفرانه|Afrana,Efrana
  غصنيلة,غصنيله|Ghusnila,Gosnila
  كهرانة,كهرانه|Kahrana,Kehrana
  لميساف|Lamisaf,Lameesaf
  ياسمول|Yasmul,Yasmoul
  هيلانور|Hilanur,Heelanour
  ميسورة,ميسوره|Maysura,Maisoura
`)

export const FAMILIES = parts(`
  الزمرداوي,زمرداوي|al-Zumurdawi,Zumurdawi,Elzomordawy
  الخرفاني,خرفاني|al-Kharfani,Kharfani,Elkharfany
  السندراني,سندراني|al-Sandarani,Sandarani,Elsandarany
  القنبراوي,قنبراوي|al-Qanbarawi,Kanbarawi,Alqanbrawi
  الملحوشي,ملحوشي|al-Malhushi,Malhoushi,Elmalhoshy
  البرقماني,برقماني|al-Barqamani,Barkamani,Albarqmani
  الجنزاري,جنزاري|al-Janzari,Ganzary,Aljanzari
  الدرهوشي,درهوشي|al-Darhushi,Darhoushi,Eldarhoshy
  الرغداني,رغداني|al-Raghdani,Raghdany,Elragdani
  الشمزاوي,شمزاوي|al-Shamzawi,Chamzaoui,Elshamzawy
  الطوبراني,طوبراني|al-Tubrani,Toubrani,Eltobrany
  العندلاوي,عندلاوي|al-Andalawi,Andlaoui,Elandlawy
  الغرموطي,غرموطي|al-Gharmuti,Garmouti,Elgharmoty
  الفلجاني,فلجاني|al-Faljani,Falgany,Elfalgani
  الكهرمزي,كهرمزي|al-Kahramzi,Kahramzy,Elkahrmazi
  اللوزراني,لوزراني|al-Lawzarani,Lozarani,Elloozarani
  المرفأوي,المرفاوي|al-Marfawi,Marfaoui,Elmarfa'wi
  النحلموسي,نحلموسي|al-Nahlamusi,Nahlamoussi,Elnahlmosy
  الهيدراني,هيدراني|al-Haydarani,Heidrany,Elhaidarani
  الوردماسي,وردماسي|al-Wardamasi,Wardmassi,Elwardmasy
  اليخموري,يخموري|al-Yakhmuri,Yakhmoury,Elyakhmori
  أبو ميسول,ابو ميسول|Abu Maysul,Aboumeisoul,Abo Maysol
  أبو غرنوف,ابو غرنوف|Abu Gharnuf,Abougarnouf,Abo Gharnof
  بن درموش,ابن درموش|Bin Darmush,Ben Darmouche,Ibn Darmush
  القصبلي,قصبلي|al-Qasabli,Kasabli,Elqasbly
  الحندرسي,حندرسي|al-Handarsi,Handrassi,Elhandarsy
  الخيزلاني,خيزلاني|al-Khayzalani,Kheizlany,Elkhizlani
  الزعرموني,زعرموني|al-Zarmuni,Za'armouni,Elzarmony
  الإبرازي,الابرازي|al-Ibrazi,Ebrazi,Elebrazy
  الأقحلاني,الاقحلاني|al-Aqhalani,Akhlany,Elaqhlani
  البؤرماسي,البورماسي|al-Burmasi,Bourmassi,Elbo'rmasi
  الصفدروني,صفدروني|al-Safdaruni,Safdarouni,Elsafdrony
  التلبدوري,تلبدوري|al-Talbaduri,Talbadoury,Eltalbadori
`)
