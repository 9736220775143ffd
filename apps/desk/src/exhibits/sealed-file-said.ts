import { holds } from '../api.ts'

/** What everybody reads in the place of the name of a file that is sealed. */
export const NAME_OF_SEALED = 'sealed.age'

/** What is sealed of a file: what it is called and holds, and by which header its ciphertext is known. */
export interface SealedFileSaid {
  readonly header: string
  readonly name: string
  /** The media type that the browser gave it; empty where it knew none. */
  readonly type: string
}

export function sealedFileText({ header, name, type }: SealedFileSaid): string {
  return JSON.stringify({ header, name, type })
}

/** Null where the text says something else. */
export function sealedFileIn(text: string): SealedFileSaid | null {
  try {
    const said: unknown = JSON.parse(text)
    if (!holds<Record<keyof SealedFileSaid, unknown>>(said, ['header', 'name', 'type'])) return null
    const { header, name, type } = said
    return typeof header === 'string' && typeof name === 'string' && typeof type === 'string'
      ? { header, name, type }
      : null
  } catch {
    return null
  }
}

export type Showing = 'text' | 'audio' | 'video'

/** How a browser shows a file of some media type; null where the desk shows none of its kind. */
export function showingOf(type: string): Showing | null {
  const kind = type.split('/', 1)[0]
  return kind === 'text' || kind === 'audio' || kind === 'video' ? kind : null
}
