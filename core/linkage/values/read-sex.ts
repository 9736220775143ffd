import { normalised } from '../names/normalise-name.ts'

export type Sex = 'female' | 'male'

/** Words for it in English, French, Turkish, Kurdish (Kurmanji) and Arabic, as lists write them; normalised. */
const WORDS: ReadonlyMap<string, Sex> = new Map([
  ...[
    'f',
    'female',
    'woman',
    'girl',
    'w',
    'femme',
    'fille',
    'feminin',
    'kadin',
    'jin',
    'انثي',
    'امراه',
    'بنت',
    'فتاه',
    'طفله',
    'سيده',
  ].map((word) => [word, 'female'] as const),
  ...[
    'm',
    'male',
    'man',
    'boy',
    'homme',
    'garcon',
    'masculin',
    'erkek',
    'mer',
    'ذكر',
    'رجل',
    'ولد',
    'فتي',
    'طفل',
  ].map((word) => [word, 'male'] as const),
])

/** What a list says of somebody's sex; null where it says nothing, or something that is no word for it. */
export function readSex(text: string): Sex | null {
  return WORDS.get(normalised(text).text) ?? null
}
