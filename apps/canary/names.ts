/** Parts of invented names in both scripts, with and without tashkil. */
const GIVEN = ['Qasimov', 'Zubaydah', 'Théodora', 'Nuʿayma', 'قتيبة', 'زُبَيْدَة', 'هيثم', 'رُقَيّة']
const FAMILY = ['Ibn al-Warraq', 'Al-Tawhidi', 'Çelebiyân', 'الورّاق', 'التوحيدي']

/** Forty invented names, composed and decomposed, some between controls of direction. */
export const NAMES = GIVEN.flatMap((given) => FAMILY.map((family) => `${given} ${family}`)).map((name, i) =>
  i % 4 === 1 ? name.normalize('NFD') : i % 4 === 2 ? `\u2067${name}\u2069` : name,
)

/** What is long enough to mean one of them when it lies somewhere alone. */
export const PARTS = [...GIVEN, ...FAMILY].filter((part) => part.length > 5)

/** An invented name that is leaked on purpose, to see that it is found. */
export const LEAKED = 'Ḥafṣa Ibn-Nobody حفصة'
