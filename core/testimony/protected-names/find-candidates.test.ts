import { fc, test as prop } from '@fast-check/vitest'
import { valueOf } from '@corroborate/base'
import { nameKeys, USUAL_NAMES } from '@corroborate/linkage/names'
import { describe, expect, test } from 'vitest'
import type { KeysOfName, ProtectedName } from './candidate.ts'
import { findCandidates } from './find-candidates.ts'
import { indexNames } from './find-names.ts'
import { protectText, restoreText } from './protect-text.ts'

const KEYS: KeysOfName = (name) => nameKeys(name, USUAL_NAMES)
/** Invented. */
const NAMES: readonly ProtectedName[] = [
  { token: '⟦W1⟧', spellings: ['علي حسن', 'Ali Hasan'] },
  { token: '⟦W2⟧', spellings: ['عبد الرحمن الشامي', 'Abdulrahman al-Shami'] },
  { token: '⟦W3⟧', spellings: ['زينب الكريم', 'Zaynab al-Karim'] },
  { token: '⟦P4⟧', spellings: ['وليد', 'Walid'] },
]
const INDEX = indexNames(NAMES, KEYS)

function found(text: string) {
  return findCandidates(text, INDEX).map(({ kind, exact, tokens }) => [kind, exact, ...tokens])
}

describe('a name of the register is found', () => {
  test.each([
    ['I met Ali Hasan there.', 'Ali Hasan', '⟦W1⟧'],
    ['I met Aly Hassan there.', 'Aly Hassan', '⟦W1⟧'],
    ['ALI HASAN came', 'ALI HASAN', '⟦W1⟧'],
    ['It was Ali Hasan’s brother', 'Ali Hasan', '⟦W1⟧'],
    ["the Ali Hasans' house", 'Ali Hasan', '⟦W1⟧'],
    ['رأيت علي حسن هناك', 'علي حسن', '⟦W1⟧'],
    ['رأيت عَلِيّ حَسَن هناك', 'عَلِيّ حَسَن', '⟦W1⟧'],
    ['ذهبت وعلي حسن معي', 'علي حسن', '⟦W1⟧'],
    ['قلت لعلي حسن', 'علي حسن', '⟦W1⟧'],
    ['مررت بعبدالرحمن الشامي', 'عبدالرحمن الشامي', '⟦W2⟧'],
    ['with Abd al-Rahman Alshami', 'Abd al-Rahman Alshami', '⟦W2⟧'],
    ['with ʿAbd ar-Raḥmān aš-Šāmī', 'ʿAbd ar-Raḥmān aš-Šāmī', '⟦W2⟧'],
    ['كانت زينب كريم', 'زينب كريم', '⟦W3⟧'],
    ['Zainab Al Kareem said', 'Zainab Al Kareem', '⟦W3⟧'],
    ['A\u200bli H\u202easan', 'A\u200bli H\u202easan', '⟦W1⟧'],
    ['ووليد', 'وليد', '⟦P4⟧'],
    ['عـــلـي حـسـن', 'عـــلـي حـسـن', '⟦W1⟧'],
  ])('in “%s”', (text, exact, token) => {
    const hit = findCandidates(text, INDEX).find(({ tokens }) => tokens.includes(token))
    expect(hit?.exact.replace(/^ʿ/, '')).toBe(exact.replace(/^ʿ/, ''))
    expect(['name', 'sounds-like']).toContain(hit?.kind)
  })

  test('after words of vowels alone, which are heard in every name', () => {
    expect(found('Aia aia Ali Hasan').filter(([kind]) => kind === 'name')).toEqual([
      ['name', 'Ali Hasan', '⟦W1⟧'],
    ])
  })

  test('in parts too, which is less sure', () => {
    expect(found('Then Hasan spoke.')).toContainEqual(['part-of-name', 'Hasan', '⟦W1⟧'])
  })

  test('for both who have it, and a person decides', () => {
    const index = indexNames([...NAMES, { token: '⟦W9⟧', spellings: ['Ali Hasan'] }], KEYS)
    expect(findCandidates('Ali Hasan', index)[0]?.tokens).toEqual(['⟦W1⟧', '⟦W9⟧'])
  })

  test('and not across what parts two people', () => {
    expect(found('I saw Ali; Hasan came later.').map(([kind]) => kind)).toEqual([
      'part-of-name',
      'part-of-name',
    ])
  })
})

describe('what else gives people away is found by its form', () => {
  test.each([
    ['call +963 11 555-0199 now', 'phone', '+963 11 555-0199'],
    ['رقمه ٠٩٤٤ ٥٥٥ ٠١٩', 'phone', '٠٩٤٤ ٥٥٥ ٠١٩'],
    ['mail a.b+c@example.org', 'e-mail', 'a.b+c@example.org'],
    ['a white van, DMS 12345', 'plate', 'DMS 12345'],
    ['رقم اللوحة ٣٤٥٦٧٨', 'plate', '٣٤٥٦٧٨'],
    ['at 12 Mill Lane Street today', 'address', '12 Mill Lane Street'],
    ['سكنت في شارع النصر 12', 'address', 'شارع النصر 12'],
    ['قال أبو خالد', 'after-a-title', 'أبو خالد'],
    ['then Samir Qasim left', 'capitalised', 'Samir Qasim'],
  ])('in “%s”', (text, kind, exact) => {
    expect(found(text)).toContainEqual([kind, exact])
  })

  test.each([
    'It rained on Monday in March.',
    'They came on Mondays and Wednesdays.',
    'On 2011-03-15 and 15.03.2011.',
    'The men. They left.',
    'قالوا ذلك مرتين',
  ])('and not where there is nothing: “%s”', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('protected text', () => {
  const fillers = ['قال', 'ثم جاء', 'We saw', 'then', '.', ',', '\n', '👀', 'in the cell', 'الليل', '12']
  const written = [
    ...['Ali Hasan', 'ALY HASSAN', 'Ali Hasan’s', 'علي حسن', 'وعلي حسن', 'لعَلِي حسن', 'بعبد الرحمن الشامي'],
    ...[
      'Abd al-Rahman al-Shami',
      'Abdurrahman Shami',
      'زينب الكريم',
      'وللكريم',
      'Zainab Kareem',
      'ووليد',
      'Walid',
    ],
  ]
  const story = fc
    .array(fc.oneof(fc.constantFrom(...fillers), fc.constantFrom(...written)), { maxLength: 30 })
    .map((pieces) => pieces.join(' '))

  prop.prop([story])('holds no name in any spelling, and comes back whole', (original) => {
    const confirmed = findCandidates(original, INDEX).flatMap(({ start, end, tokens: [token] }) =>
      token === undefined ? [] : [{ start, end, token }],
    )
    const hidden = valueOf(protectText(original, confirmed))
    expect(findCandidates(hidden.working, INDEX).filter(({ tokens }) => tokens.length > 0)).toEqual([])
    expect(restoreText(hidden)).toEqual({ ok: true, value: original })
  })

  prop.prop([fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(fc.nat(60), { maxLength: 8 })])(
    'comes back whole, whatever stretches were chosen',
    (text, cuts) => {
      const original = text.replace(/[⟦⟧]/gu, '')
      const length = Array.from(original).length
      const places = [...new Set(cuts.filter((cut) => cut <= length))].sort((a, b) => a - b)
      const chosen = places
        .slice(1)
        .flatMap((end, i) => (i % 2 === 0 ? [{ start: places[i] ?? 0, end, token: '⟦W7⟧' }] : []))
      const hidden = valueOf(protectText(original, chosen))
      for (const { start, end } of hidden.alignment)
        expect(Array.from(hidden.working).slice(start, end).join('')).toBe('⟦W7⟧')
      expect(restoreText(hidden)).toEqual({ ok: true, value: original })
    },
  )

  test.each([
    [[{ start: 0, end: 99, token: '⟦W1⟧' }], 'out-of-range'],
    [[{ start: 2, end: 2, token: '⟦W1⟧' }], 'out-of-range'],
    [
      [
        { start: 0, end: 3, token: '⟦W1⟧' },
        { start: 2, end: 4, token: '⟦W2⟧' },
      ],
      'overlapping',
    ],
    [[{ start: 0, end: 3, token: 'Ali' }], 'not-a-token'],
  ])('refuses %j', (replacements, reason) => {
    expect(protectText('Ali came', replacements)).toMatchObject({ ok: false, reason })
  })

  test('refuses brackets that were there, and an alignment of another text', () => {
    expect(protectText('⟦W1⟧ came', [])).toMatchObject({ reason: 'token-in-text' })
    const { alignment } = valueOf(protectText('Ali came', [{ start: 0, end: 3, token: '⟦W1⟧' }]))
    expect(restoreText({ working: 'Somebody came', alignment })).toMatchObject({ reason: 'does-not-fit' })
  })
})
