/** What small words around a name say of it. They are kept as flags of the part that they belong to. */
export const PARTICLES = [
  /** عبد: servant of; part of the name. */
  'servant',
  /** ابو, ابي, ابا: father of; part of the name. */
  'father-of',
  /** ام: mother of; part of the name. */
  'mother-of',
  /** ذو: of, with; part of the name. */
  'possessor',
  /** بن, ابن, ولد: left out, some lists write it and some do not. */
  'son-of',
  /** بنت: left out. */
  'daughter-of',
  /** ال, joined or apart, and آل, which is the same after folding: left out. */
  'article',
  /** الدين after a word: of the faith; part of the name. */
  'of-the-faith',
  /** الله after a word other than عبد: part of the name. */
  'of-god',
] as const
export type Particle = (typeof PARTICLES)[number]

/** Words that open a compound name with the word after them; how each is written once joined. */
export const OPENERS: ReadonlyMap<string, { readonly particle: Particle; readonly as: string }> = new Map([
  ['عبد', { particle: 'servant', as: 'عبد' } as const],
  ...as('father-of', 'ابو', ['ابو', 'ابي', 'ابا']),
  ...as('mother-of', 'ام', ['ام']),
  ...as('possessor', 'ذو', ['ذو', 'ذي']),
  ...as('possessor', 'zul', ['zul', 'dhu', 'dhul', 'zu', 'thul']),
  ...as('servant', 'abd', [
    'abd',
    'abdel',
    'abdul',
    'abdal',
    'abdil',
    'abdol',
    'abdoul',
    'abdou',
    'abdu',
    'abdur',
    'abdus',
  ]),
  ...as('servant', 'abd', [
    'abder',
    'abdes',
    'abden',
    'abdun',
    'abdar',
    'abdas',
    'abdan',
    'abdud',
    'abded',
    'abdush',
    'abdesh',
  ]),
  ...as('father-of', 'abu', [
    'abu',
    'abou',
    'abo',
    'aboo',
    'abi',
    'aba',
    'bou',
    'bu',
    'abul',
    'aboul',
    'abol',
  ]),
  ...as('mother-of', 'um', ['um', 'umm', 'oum', 'om', 'omm', 'umu', 'oumou']),
])

function as(particle: Particle, written: string, words: readonly string[]) {
  return words.map((word) => [word, { particle, as: written }] as const)
}

/** Left out between two names, with their flag; at the beginning they are a name (Ben, Walid's short form). */
export const LINKS: ReadonlyMap<string, Particle> = new Map<string, Particle>([
  ...['بن', 'ابن', 'ولد', 'bin', 'ben', 'ibn', 'ould', 'wuld'].map((word) => [word, 'son-of'] as const),
  ...['بنت', 'ابنه', 'bint', 'bent', 'mint'].map((word) => [word, 'daughter-of'] as const),
])

/** The article as a word of its own. */
export const ARTICLES: ReadonlySet<string> = new Set(['ال', 'al', 'el', 'ul', 'il'])

/** The article before a sun letter, as it is said: ar-Rahman. Only before a word that begins with the same letters. */
export const SUN_ARTICLE = /^[aeiu](sh|ch|th|dh|[dlnrstz])$/

/** الدين as a word of its own. Roman spellings may bring its article along. */
export const FAITH: ReadonlySet<string> = new Set([
  ...['الدين', 'دين', 'din', 'deen', 'dine', 'deene', 'dien'],
  ...[
    'aldin',
    'eldin',
    'uddin',
    'eddin',
    'addin',
    'eddine',
    'eldine',
    'uddeen',
    'eldeen',
    'aldeen',
    'eddeen',
    'oddin',
    'udin',
  ],
])

export const GOD: ReadonlySet<string> = new Set([
  'الله',
  // As PDF readers leave it, lam and alef reversed.
  'هللا',
  'allah',
  'ullah',
  'ollah',
  'oullah',
  'alla',
  'ellah',
])

/**
 * Words before a name that are no part of it, and how many words must follow for it to be sure: السيد, الشيخ, الحاج are names too, of families
 * above all.
 */
export const TITLES: ReadonlyMap<string, number> = new Map([
  ...['د', 'دكتور', 'الدكتور', 'الشهيد', 'الشهيده', 'المهندس', 'الاستاذ', 'المرحوم', 'المرحومه'].map(
    (word) => [word, 1] as const,
  ),
  ...['dr', 'mr', 'mrs', 'ms', 'prof'].map((word) => [word, 1] as const),
  ...['الشيخ', 'الحاج', 'الحاجه', 'شيخ', 'حاج'].map((word) => [word, 2] as const),
  ...['sheikh', 'shaikh', 'shaykh', 'sheik', 'cheikh', 'haj', 'hajj', 'hadj', 'haji', 'hajji', 'eng'].map(
    (word) => [word, 2] as const,
  ),
  ['السيد', 3],
])
