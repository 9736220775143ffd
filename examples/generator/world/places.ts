import type { Place } from '@corroborate/claims'
import { idOf } from '../ids.ts'

/** Wards of Heron House: four on each of three floors; the first two of a floor look out on the yard. */
export const WARDS = ['1', '2', '3'].flatMap((floor) =>
  ['1', '2', '3', '4'].map((ward) => `H${floor}${ward}`),
)

export function looksOnYard(ward: string): boolean {
  return ward.endsWith('1') || ward.endsWith('2')
}

/** The floor that a ward is on. */
export function floorOf(ward: string): string {
  return `heron-${ward[1] ?? '1'}`
}

const FIXED = [
  ['qandaloria', 'country', null, 'Qandaloria', 'قندلوريا'],
  ['saffron', 'region', 'qandaloria', 'Saffron Province', 'إقليم الزعفران'],
  ['lavender', 'region', 'qandaloria', 'Lavender Province', 'إقليم الخزامى'],
  ['wadilorn', 'settlement', 'saffron', 'Wadilorn', 'واديلورن'],
  ['kahramaz', 'settlement', 'saffron', 'Kahramaz', 'كهرماز'],
  ['talbadur', 'settlement', 'lavender', 'Talbadur', 'تلبدور'],
  ['nine-lamps', 'facility', 'wadilorn', 'Prison of the Nine Lamps', 'سجن القناديل التسعة'],
  ['lavender-camp', 'facility', 'talbadur', 'Lavender Camp', 'معسكر الخزامى'],
  ['willow-hospital', 'facility', 'kahramaz', 'Willow Military Hospital', 'مستشفى الصفصاف العسكري'],
  ['scales-court', 'facility', 'kahramaz', 'Field Court of the Scales', 'محكمة الميزان الميدانية'],
  ['heron-house', 'building', 'nine-lamps', 'Heron House', 'مبنى البلشون'],
  ['weir-house', 'building', 'nine-lamps', 'Weir House', 'مبنى السد'],
  ['gate-house', 'building', 'nine-lamps', 'Gate House', 'مبنى البوابة'],
  ['yard', 'room', 'heron-house', 'Yard between the houses', 'الساحة بين المبنيين'],
  ['registry', 'room', 'gate-house', 'Registry room', 'غرفة السجلات'],
  ['heron-1', 'floor', 'heron-house', 'Heron House, first floor', 'مبنى البلشون، الطابق الأول'],
  ['heron-2', 'floor', 'heron-house', 'Heron House, second floor', 'مبنى البلشون، الطابق الثاني'],
  ['heron-3', 'floor', 'heron-house', 'Heron House, third floor', 'مبنى البلشون، الطابق الثالث'],
  ['weir-lower', 'floor', 'weir-house', 'Weir House, lower floor', 'مبنى السد، الطابق السفلي'],
  ['weir-hall', 'room', 'weir-lower', 'Weir House, the locked hall', 'مبنى السد، القاعة المقفلة'],
] as const

const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'nine-lamps': ['the Lamps', 'القناديل'],
  'heron-house': ['the old house', 'البناء القديم'],
  'weir-house': ['the house by the water', 'البناء المجاور للماء'],
  'lavender-camp': ['the camp in the north', 'معسكر الشمال'],
}

const ORDINALS = [
  ['first', 'الأول'],
  ['second', 'الثاني'],
  ['third', 'الثالث'],
  ['fourth', 'الرابع'],
] as const

/** "the second ward of the third floor". */
export function wardInWords(ward: string): { readonly en: string; readonly ar: string } {
  const floor = ORDINALS[Number(ward[1]) - 1] ?? ORDINALS[0]
  const room = ORDINALS[Number(ward[2]) - 1] ?? ORDINALS[0]
  return { en: `the ${room[0]} ward of the ${floor[0]} floor`, ar: `المهجع ${room[1]} من الطابق ${floor[1]}` }
}

/** The invented register of places, from country down to room. */
export function places(): readonly Place[] {
  const fixed = FIXED.map(([code, kind, within, en, ar]) => ({
    id: idOf('place', code),
    code,
    name: { en, ar },
    kind,
    within: within === null ? null : idOf('place', within),
    aliases: ALIASES[code] ?? [],
  }))
  return [...fixed, ...WARDS.map(wardPlace)]
}

function wardPlace(ward: string): Place {
  const { en, ar } = wardInWords(ward)
  return {
    id: idOf('place', ward),
    code: ward,
    name: { en: `Heron House, ${en}`, ar: `مبنى البلشون، ${ar}` },
    kind: 'room',
    within: idOf('place', floorOf(ward)),
    aliases: [],
  }
}
