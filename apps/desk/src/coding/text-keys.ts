import type { CaretMove } from '@corroborate/testimony'

/** What a key asks for in a text. */
export type TextKey =
  | { readonly kind: 'move'; readonly move: CaretMove }
  | { readonly kind: 'mark' | 'claim' | 'memo' | 'undo' | 'leave' | 'help' }
  /** Any other digit or letter, as it stands on the key: perhaps that of a code. */
  | { readonly kind: 'code'; readonly key: string }

interface Pressed {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const COMMANDS = { m: 'mark', c: 'claim', n: 'memo', z: 'undo' } as const

/**
 * Reads a key. Left and right go by words, as they are read: forward is to the left in an Arabic turn. Up and down go by
 * sentences, with Ctrl or Alt by turns, and so do Page Up and Page Down; Shift keeps what is chosen.
 * Letters count by what is printed on the key in the Latin layout, so that they work while an Arabic one is set.
 */
export function textKeyOf(pressed: Pressed, direction: 'ltr' | 'rtl'): TextKey | null {
  const move = moveOf(pressed, direction)
  if (move !== null) return { kind: 'move', move }
  const { key, ctrlKey, metaKey, altKey } = pressed
  if (key === 'Escape') return { kind: 'leave' }
  const letter = letterOf(pressed)
  if (ctrlKey || metaKey || altKey) return letter === 'z' && !altKey ? { kind: 'undo' } : null
  if (key === '?' || key === '؟') return { kind: 'help' }
  if (key === 'Enter') return { kind: 'mark' }
  if (letter === null) return null
  const command = Object.entries(COMMANDS).find(([name]) => name === letter)?.[1]
  return command === undefined ? { kind: 'code', key: letter } : { kind: command }
}

function moveOf(
  { key, shiftKey: extend, ctrlKey, altKey, metaKey }: Pressed,
  direction: 'ltr' | 'rtl',
): CaretMove | null {
  if (metaKey) return null
  const far = ctrlKey || altKey
  switch (key) {
    case 'ArrowRight':
      return far ? null : { unit: 'word', forward: direction === 'ltr', extend }
    case 'ArrowLeft':
      return far ? null : { unit: 'word', forward: direction === 'rtl', extend }
    case 'ArrowDown':
    case 'ArrowUp':
      return { unit: far ? 'turn' : 'sentence', forward: key === 'ArrowDown', extend }
    case 'PageDown':
    case 'PageUp':
      return { unit: 'turn', forward: key === 'PageDown', extend }
    default:
      return null
  }
}

function letterOf({ key, code }: Pressed): string | null {
  const [, printed] = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code) ?? []
  const letter = (printed ?? key).toLowerCase()
  return /^[0-9a-z]$/.test(letter) ? letter : null
}
