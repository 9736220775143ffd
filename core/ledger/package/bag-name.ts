/** Longer than any name of ours, and shorter than what file systems take. */
const LONGEST = 1_000
const DRIVE = /^[A-Za-z]:/

/**
 * Why a file of this name may not stand in a bag, in words that follow the name; null when it may. What leads out of the bag on any
 * system is refused on every system, before anything is written or read.
 */
export function nameFault(name: string): string | null {
  if (name === '' || name.length > LONGEST) return `has no name, or one of more than ${LONGEST} letters`
  if (name.startsWith('/')) return 'is an absolute path'
  if (DRIVE.test(name)) return 'is a path on a drive'
  if (name.includes('\\')) return 'has a backslash, which is a folder on some systems'
  if (name.startsWith('~')) return 'begins with ~, which is a home folder on some systems'
  if (!name.isWellFormed() || hasControls(name)) return 'has a control character or half of a character'
  return faultOfSteps(name.split('/'))
}

function faultOfSteps(steps: readonly string[]): string | null {
  if (steps.includes('..')) return 'leads out of the package by ..'
  return steps.some((step) => step === '' || step === '.') ? 'has an empty step' : null
}

/** What two names have in common that one file system holds apart and another takes for one: letters' case and how accents are written. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++)
    if (text.charCodeAt(i) < 0x20 || text.charCodeAt(i) === 0x7f) return true
  return false
}
