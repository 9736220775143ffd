import { expect, test } from 'vitest'
import { textKeyOf } from './text-keys.ts'

function pressed(key: string, held: { shift?: boolean; ctrl?: boolean; alt?: boolean; code?: string } = {}) {
  const { shift = false, ctrl = false, alt = false, code = '' } = held
  return { key, code, shiftKey: shift, ctrlKey: ctrl, altKey: alt, metaKey: false }
}

test('forward is to the right in a turn that reads so, and to the left in an Arabic one', () => {
  const forward = (key: string, direction: 'ltr' | 'rtl') => {
    const read = textKeyOf(pressed(key), direction)
    return read?.kind === 'move' ? [read.move.unit, read.move.forward] : null
  }
  expect(forward('ArrowRight', 'ltr')).toEqual(['word', true])
  expect(forward('ArrowRight', 'rtl')).toEqual(['word', false])
  expect(forward('ArrowLeft', 'rtl')).toEqual(['word', true])
  expect(forward('ArrowDown', 'rtl')).toEqual(['sentence', true])
  expect(forward('PageUp', 'rtl')).toEqual(['turn', false])
})

test('Shift keeps what is chosen, and Ctrl or Alt goes by turns', () => {
  expect(textKeyOf(pressed('ArrowDown', { shift: true, ctrl: true }), 'ltr')).toEqual({
    kind: 'move',
    move: { unit: 'turn', forward: true, extend: true },
  })
  expect(textKeyOf(pressed('ArrowLeft', { alt: true }), 'ltr')).toBeNull()
})

test('letters count as they are printed on the key, whatever layout is set', () => {
  expect(textKeyOf(pressed('ة', { code: 'KeyM' }), 'rtl')).toEqual({ kind: 'mark' })
  expect(textKeyOf(pressed('٣', { code: 'Digit3' }), 'rtl')).toEqual({ kind: 'code', key: '3' })
  expect(textKeyOf(pressed('Enter'), 'ltr')).toEqual({ kind: 'mark' })
  expect(textKeyOf(pressed('؟', { code: 'Slash' }), 'rtl')).toEqual({ kind: 'help' })
})

test('Ctrl and Z take back as Z does, and other keys that the browser has are left to it', () => {
  expect(textKeyOf(pressed('z', { ctrl: true, code: 'KeyZ' }), 'ltr')).toEqual({ kind: 'undo' })
  expect(textKeyOf(pressed('c', { ctrl: true, code: 'KeyC' }), 'ltr')).toBeNull()
  expect(textKeyOf(pressed('Tab'), 'ltr')).toBeNull()
  expect(textKeyOf(pressed('F5', { code: 'F5' }), 'ltr')).toBeNull()
})
