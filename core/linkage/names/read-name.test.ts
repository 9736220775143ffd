import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { nameTable } from './name-table.ts'
import { readName, readPart } from './read-name.ts'
import { USUAL_NAMES } from './usual-names.ts'

const read = (name: string) => readName(name, USUAL_NAMES)
const parts = (name: string) => read(name).parts.map(({ text }) => text)
const roles = (name: string) => read(name).parts.map(({ role }) => role)

test.each([
  ['محمد', ['given']],
  ['محمد حسن', ['given', 'family']],
  ['محمد علي حسن', ['given', 'father', 'family']],
  ['محمد علي سالم حسن', ['given', 'father', 'grandfather', 'family']],
  ['محمد علي سالم خليل حسن', ['given', 'father', 'grandfather', 'ancestor', 'family']],
])('the roles of %s', (name, expected) => {
  expect(roles(name)).toEqual(expected)
})

test.each([
  ['عبد الرحمن', 'عبدرحمن', ['servant']],
  ['عبدالرحمن', 'عبدرحمن', ['servant']],
  ['عبد الحق', 'عبدحق', ['servant']],
  ['عبد الله', 'عبدالله', ['servant']],
  ['عبدالله', 'عبدالله', ['servant']],
  ['أبو خوصة', 'ابوخوصه', ['father-of']],
  ['ابوخوصه', 'ابوخوصه', ['father-of']],
  ['أم أحمد', 'اماحمد', ['mother-of']],
  ['ضياء الدين', 'ضيادين', ['of-the-faith']],
  ['ضياءالدين', 'ضيادين', ['of-the-faith']],
  ['نصر الله', 'نصرالله', ['of-god']],
  ['المصري', 'مصري', ['article']],
  ['آل سعود', 'سعود', ['article']],
  ['إلهام', 'الهام', []],
  ['Abd ar-Rahman', 'abdrahman', ['servant']],
  ['Abdul Rahman', 'abdrahman', ['servant']],
  ['Abdurrahman', 'abdrahman', ['servant']],
  ['Abderrahmane', 'abdrahmane', ['servant']],
  ['Abdullah', 'abdallah', ['servant']],
  ['Abd Allah', 'abdallah', ['servant']],
  ['Abu Bakr', 'abubakr', ['father-of']],
  ['Aboubakar', 'abubakar', ['father-of']],
  ['Noureddine', 'nourdin', ['of-the-faith']],
  ['Salah ud-Din', 'salahdin', ['of-the-faith']],
  ['Salahuddin', 'salahdin', ['of-the-faith']],
  ['Nasrallah', 'nasrallah', []],
  ['el-Sisi', 'sisi', ['article']],
  ['Almasri', 'masri', ['article']],
  ['Ali', 'ali', []],
])('%s is one part, %s', (name, text, particles) => {
  expect(read(name).parts.map((part) => [part.text, [...part.particles].sort()])).toEqual([
    [text, [...particles].sort()],
  ])
  expect(readPart(name, USUAL_NAMES)?.text).toBe(text)
})

test('links and titles are left out and told', () => {
  expect(parts('محمد بن سلمان')).toEqual(parts('محمد سلمان'))
  expect(read('محمد بن سلمان').parts[1]?.particles).toEqual(['son-of'])
  expect(read('Shaikh Isa Bin Tarif')).toMatchObject({
    titles: ['shaikh'],
    parts: [{ text: 'isa' }, { text: 'tarif' }],
  })
  expect(read('الشهيد محمد علي')).toMatchObject({ titles: ['الشهيد'] })
})

test('what is a title may be the only name there is', () => {
  expect(parts('الشيخ')).toEqual(['شيخ'])
  expect(parts('Ben Ali')).toEqual(['ben', 'ali'])
  expect(parts('محمد بن')).toEqual(['محمد', 'بن'])
})

test.each([
  ['االسطل', 'اسطل'],
  ['هللا', 'الله'],
  ['احالم', 'احلام'],
  ['عالء', 'علا'],
  ['المجدالوى', 'مجدلاوي'],
  ['عبد هللا', 'عبدالله'],
])('lam and alef that a PDF file turned are turned back: %s', (name, text) => {
  expect(read(name).parts).toMatchObject([{ text, repaired: true }])
})

test.each(['سالمه', 'جمال', 'خالد', 'بلال', 'سالم'])('%s stays as it is', (name) => {
  expect(read(name).parts).toMatchObject([{ text: name, repaired: false }])
})

test('a field of several words is one part', () => {
  expect(readPart('Abu Hajar al-Masri', USUAL_NAMES)?.text).toBe('abuhajar masri')
  expect(readPart(' - ', USUAL_NAMES)).toBeNull()
})

const words = fc.constantFrom(
  'محمد',
  'عبد',
  'الله',
  'ابو',
  'ام',
  'بن',
  'ال',
  'الدين',
  'المصري',
  'abd',
  'al',
  'ar',
  'rahman',
  'din',
  'bin',
  'dr',
  'shaikh',
  'ullah',
  'x',
  '',
)
const names = fc.oneof(
  fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
  fc.string({ unit: 'binary' }),
)

prop.prop([names])('any name has parts with letters in them, and the table reads the same', (name) => {
  const { parts: found } = read(name)
  expect(found.every(({ text }) => text.length > 0)).toBe(true)
  const table = nameTable([name], USUAL_NAMES)
  const texts = table.features.parts.map(({ text }) => text)
  expect(table.count[0]).toBe(found.length)
  expect(texts[table.given[0] ?? -1]).toBe(found[0]?.text)
  expect(texts[table.family[0] ?? -1]).toBe(found.length > 1 ? found.at(-1)?.text : undefined)
})

test('ten megabytes are read in their first words', () => {
  expect(read('محمد '.repeat(2_000_000)).parts).toHaveLength(32)
  for (const letters of ['م', 'abd', 'é', 'и', '- ', ' '])
    expect(read(letters.repeat(5_000_000)).parts.length).toBeLessThanOrEqual(1)
})
