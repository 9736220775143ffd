import { foldWord } from './tokens.ts'

/** How a number word joins with those before it: it adds to them, or multiplies them. */
export interface NumberWord {
  readonly value: number
  readonly joins: 'adds' | 'multiplies'
}

const adds = (value: number, ...words: readonly string[]) =>
  words.map((word): readonly [string, NumberWord] => [foldWord(word), { value, joins: 'adds' }])
const multiplies = (value: number, ...words: readonly string[]) =>
  words.map((word): readonly [string, NumberWord] => [foldWord(word), { value, joins: 'multiplies' }])

/**
 * Number words of English and Arabic, written and spoken in the Levant. Duals are numbers by themselves (ألفين).
 * أحد, واحد and one are numbers only where something is counted: who reads a number decides.
 */
export const NUMBER_WORDS: ReadonlyMap<string, NumberWord> = new Map([
  ...adds(1, 'one', 'واحد', 'واحدة', 'وحدة'),
  ...adds(2, 'two', 'اثنان', 'اثنين', 'اثنتان', 'اثنتين', 'اتنين', 'تنتين', 'ثنتين'),
  ...adds(3, 'three', 'ثلاثة', 'ثلاث', 'تلاتة', 'تلات', 'تلت'),
  ...adds(4, 'four', 'أربعة', 'أربع'),
  ...adds(5, 'five', 'خمسة', 'خمس'),
  ...adds(6, 'six', 'ستة', 'ست'),
  ...adds(7, 'seven', 'سبعة', 'سبع'),
  ...adds(8, 'eight', 'ثمانية', 'ثماني', 'ثمان', 'تمانية', 'تمن'),
  ...adds(9, 'nine', 'تسعة', 'تسع'),
  ...adds(10, 'ten', 'عشرة', 'عشر'),
  ...adds(11, 'eleven', 'حداشر', 'احدعش', 'إحدعشر'),
  ...adds(12, 'twelve', 'اتناشر', 'اطنعش', 'طنعش', 'اثناعشر', 'اتنعش'),
  ...adds(13, 'thirteen', 'تلتاشر', 'تلطعش'),
  ...adds(14, 'fourteen', 'أربعتاشر', 'أربعطعش'),
  ...adds(15, 'fifteen', 'خمستاشر', 'خمسطعش'),
  ...adds(16, 'sixteen', 'ستاشر', 'سطعش'),
  ...adds(17, 'seventeen', 'سبعتاشر', 'سبعطعش'),
  ...adds(18, 'eighteen', 'تمنتاشر', 'تمنطعش'),
  ...adds(19, 'nineteen', 'تسعتاشر', 'تسعطعش'),
  ...adds(20, 'twenty', 'عشرون', 'عشرين'),
  ...adds(30, 'thirty', 'ثلاثون', 'ثلاثين', 'تلاتين'),
  ...adds(40, 'forty', 'fourty', 'أربعون', 'أربعين'),
  ...adds(50, 'fifty', 'خمسون', 'خمسين'),
  ...adds(60, 'sixty', 'ستون', 'ستين'),
  ...adds(70, 'seventy', 'سبعون', 'سبعين'),
  ...adds(80, 'eighty', 'ثمانون', 'ثمانين', 'تمانين'),
  ...adds(90, 'ninety', 'تسعون', 'تسعين'),
  ...multiplies(12, 'dozen'),
  ...multiplies(100, 'hundred', 'مئة', 'مائة', 'مية', 'ميه'),
  ...adds(200, 'مئتان', 'مئتين', 'مائتان', 'مائتين', 'ميتين'),
  ...adds(300, 'ثلاثمئة', 'ثلاثمائة', 'تلاتمية', 'تلتمية'),
  ...adds(400, 'أربعمئة', 'أربعمائة', 'أربعمية'),
  ...adds(500, 'خمسمئة', 'خمسمائة', 'خمسمية'),
  ...adds(600, 'ستمئة', 'ستمائة', 'ستمية'),
  ...adds(700, 'سبعمئة', 'سبعمائة', 'سبعمية'),
  ...adds(800, 'ثمانمئة', 'ثمانمائة', 'ثمانيمئة', 'تمنمية'),
  ...adds(900, 'تسعمئة', 'تسعمائة', 'تسعمية'),
  ...multiplies(1000, 'thousand', 'ألف', 'آلاف', 'تالاف'),
  ...adds(2000, 'ألفان', 'ألفين'),
  ...multiplies(1_000_000, 'million', 'مليون', 'ملايين'),
])

/** Many, and no number: dozens, hundreds, عشرات. */
export const VAGUE_NUMBERS: ReadonlySet<string> = new Set(
  [
    ...['dozens', 'scores', 'hundreds', 'thousands', 'several'],
    ...['عشرات', 'مئات', 'مآت', 'ألوف', 'بضعة', 'بضع', 'عدة'],
  ].map(foldWord),
)
