/**
 * The stem of an English word: Porter's second algorithm, as the Snowball project publishes it under the name "english"
 * (M. F. Porter, snowballstem.org/algorithms/english/stemmer.html), as of its version 3.1. Apostrophes are gone before this.
 * @param word letters a to z alone; anything else comes back as it is
 */
export function stemEnglish(word: string): string {
  if (word.length <= 2 || !/^[a-z]+$/.test(word)) return word
  const special = SPECIAL.get(word)
  if (special !== undefined) return special
  const marked = word.replace(/^y|(?<=[aeiouy])y/g, 'Y')
  const regions = regionsOf(marked)
  const singular = step1a(marked)
  if (LEFT_AS_THEY_ARE.has(singular)) return singular
  const steps = [step1b, step1c, step2, step3, step4, step5]
  return steps.reduce((left, step) => step(left, regions), singular).toLowerCase()
}

const SPECIAL: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ skis: 'ski', skies: 'sky', dying: 'die', lying: 'lie', tying: 'tie', idly: 'idl' }),
  ...Object.entries({ gently: 'gentl', ugly: 'ugli', early: 'earli', only: 'onli', singly: 'singl' }),
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map((word) => [word, word] as const),
])

const LEFT_AS_THEY_ARE: ReadonlySet<string> = new Set([
  ...['inning', 'outing', 'canning', 'herring', 'earring', 'evening', 'proceed', 'exceed', 'succeed'],
])

/** Where the regions R1 and R2 begin; a suffix counts only within the one that its step names. */
interface Regions {
  readonly r1: number
  readonly r2: number
}

type Step = (word: string, regions: Regions) => string

function regionsOf(word: string): Regions {
  const [opening] = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/.exec(word) ?? []
  const r1 = opening?.length ?? afterSyllable(word, 0)
  return { r1, r2: afterSyllable(word, r1) }
}

/** After the first consonant that follows a vowel, from a place on. */
function afterSyllable(word: string, from: number): number {
  const [found] = /^.*?[aeiouy][^aeiouy]/.exec(word.slice(from)) ?? []
  return found === undefined ? word.length : from + found.length
}

function endsShort(word: string): boolean {
  return /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|^past$/.test(word)
}

function isShort(word: string, { r1 }: Regions): boolean {
  return r1 >= word.length && endsShort(word)
}

function step1a(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (/ie[sd]$/.test(word)) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1)
  if (/[us]s$/.test(word)) return word
  return /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word
}

const step1b: Step = (word, regions) => {
  const [, eed] = /(eed|eedly)$/.exec(word) ?? []
  if (eed !== undefined)
    return word.length - eed.length >= regions.r1 ? `${word.slice(0, -eed.length)}ee` : word
  const [, ending] = /(ed|edly|ing|ingly)$/.exec(word) ?? []
  if (ending === undefined) return word
  const left = word.slice(0, -ending.length)
  if (!/[aeiouy]/.test(left)) return word
  if (/(?:at|bl|iz)$/.test(left)) return `${left}e`
  if (/^[aeo](?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(left)) return left
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(left)) return left.slice(0, -1)
  return isShort(left, regions) ? `${left}e` : left
}

const step1c: Step = (word) => word.replace(/(?<=.[^aeiouy])[yY]$/, 'i')

/** Suffixes of a step with what they become; the longest that the word ends in is looked at and no other. */
function replacing(suffixes: Readonly<Record<string, string>>): (word: string) => readonly [string, string] {
  const longestFirst = Object.entries(suffixes).sort(([a], [b]) => b.length - a.length)
  return (word) => longestFirst.find(([suffix]) => word.endsWith(suffix)) ?? ['', '']
}

const SUFFIXES_2 = replacing({
  ...{ tional: 'tion', enci: 'ence', anci: 'ance', abli: 'able', entli: 'ent', izer: 'ize', ization: 'ize' },
  ...{ ational: 'ate', ation: 'ate', ator: 'ate', alism: 'al', aliti: 'al', alli: 'al', fulness: 'ful' },
  ...{ ousli: 'ous', ousness: 'ous', iveness: 'ive', iviti: 'ive', biliti: 'ble', bli: 'ble', ogi: 'og' },
  ...{ fulli: 'ful', lessli: 'less', li: '' },
})

const step2: Step = (word, { r1 }) => {
  const [suffix, becomes] = SUFFIXES_2(word)
  const left = word.slice(0, word.length - suffix.length)
  if (suffix === '' || left.length < r1) return word
  if (suffix === 'ogi' && !left.endsWith('l')) return word
  if (suffix === 'li' && !/[cdeghkmnrt]$/.test(left)) return word
  return left + becomes
}

const SUFFIXES_3 = replacing({
  ...{ tional: 'tion', ational: 'ate', alize: 'al', icate: 'ic', iciti: 'ic', ical: 'ic', ful: '', ness: '' },
  ative: '',
})

const step3: Step = (word, { r1, r2 }) => {
  const [suffix, becomes] = SUFFIXES_3(word)
  const left = word.slice(0, word.length - suffix.length)
  if (suffix === '' || left.length < (suffix === 'ative' ? r2 : r1)) return word
  return left + becomes
}

const SUFFIX_4 = /(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ism|ate|iti|ous|ive|ize|ion)$/

const step4: Step = (word, { r2 }) => {
  const [suffix] = SUFFIX_4.exec(word) ?? []
  const left = word.slice(0, word.length - (suffix?.length ?? 0))
  if (suffix === undefined || left.length < r2) return word
  return suffix === 'ion' && !/[st]$/.test(left) ? word : left
}

const step5: Step = (word, { r1, r2 }) => {
  const left = word.slice(0, -1)
  if (word.endsWith('e')) return left.length >= r2 || (left.length >= r1 && !endsShort(left)) ? left : word
  return word.endsWith('ll') && left.length >= r2 ? left : word
}
