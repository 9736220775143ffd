import { useEffect } from 'react'

export type VerdictKey = 'same' | 'different' | 'unsure' | 'back' | 'why' | 'help'

/** By what is printed on the key, in either script, or by its place on the keyboard. */
const KEYS: Readonly<Record<string, VerdictKey>> = {
  ...{ 1: 'same', '١': 'same', s: 'same', KeyS: 'same' },
  ...{ 2: 'different', '٢': 'different', d: 'different', KeyD: 'different' },
  ...{ 3: 'unsure', '٣': 'unsure', u: 'unsure', KeyU: 'unsure' },
  ...{ z: 'back', KeyZ: 'back', Backspace: 'back' },
  ...{ w: 'why', KeyW: 'why' },
  ...{ '?': 'help', '؟': 'help' },
}

/** Lets a person judge without leaving the keyboard. A key that is held down counts once, and none while somebody types. */
export function useVerdictKeys(on: (key: VerdictKey) => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
      if (!plain || isTyping(event.target)) return
      const key = KEYS[event.key.toLowerCase()] ?? KEYS[event.key] ?? KEYS[event.code]
      if (key === undefined) return
      event.preventDefault()
      on(key)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [on])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')
  )
}
