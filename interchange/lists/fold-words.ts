/** Arabic-Indic and Persian digits as 0 to 9. */
export function foldDigits(text: string): string {
  return text.replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}

/**
 * Words of a form (headers, months, sexes) as they are looked up: compatibility forms joined, small letters, marks of reading left out, the
 * letters of Arabic that are written in several ways as one, anything that is no letter or digit a space. Not for names of people.
 */
export function foldWords(text: string): string {
  return foldDigits(text.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/[\u064B-\u065F\u0670\u0640]/g, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replaceAll(/['’]s\b/g, '')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What people write where they have nothing to say. */
const NOTHING = new Set([
  ...[
    'na',
    'n a',
    'null',
    'none',
    'nil',
    'nan',
    'unknown',
    'not known',
    'unidentified',
    'not available',
    'missing',
    'no data',
  ],
  ...[
    'غير معروف',
    'غير معروفه',
    'مجهول',
    'مجهوله',
    'مجهول الهويه',
    'لا يوجد',
    'غير متوفر',
    'غير محدد',
    'بدون',
    'غير معلوم',
  ],
])

/** Whether a cell is a way of writing that nothing is known: empty, a dash, "n/a", "unknown", غير معروف. */
export function saysNothing(cell: string): boolean {
  if (cell.length > 24) return false
  if (/^[\s\-–—_.?؟/*#]*$/.test(cell)) return true
  return NOTHING.has(foldWords(cell))
}
