/** What a key asks of the player. */
export type PlayerKey = 'play' | 'back' | 'on' | 'slower' | 'faster' | 'mark'

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const KEYS: Readonly<Record<string, PlayerKey>> = {
  Escape: 'play',
  F1: 'back',
  F2: 'on',
  F3: 'slower',
  F4: 'faster',
}

/** The keys that those who transcribe have in their hands from oTranscribe. They work while one types. */
export function playerKeyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): PlayerKey | null {
  if (altKey || shiftKey) return null
  if (ctrlKey || metaKey) return key.toLowerCase() === 'j' ? 'mark' : null
  return KEYS[key] ?? null
}
