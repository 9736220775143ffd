import { wordOf, type Asked } from '../route-parts.ts'

/** A search as the address of its screen holds it. */
export interface SearchAddress {
  readonly q?: string | undefined
  readonly kind?: string | undefined
  readonly text?: string | undefined
  readonly code?: string | undefined
  readonly speaker?: string | undefined
  readonly language?: string | undefined
  /** How many were shown before. */
  readonly past?: number | undefined
}

export type Narrowed = 'kind' | 'text' | 'code' | 'speaker' | 'language'
export const NARROWED: readonly Narrowed[] = ['kind', 'text', 'code', 'speaker', 'language']

export function searchAddressIn(search: Asked): SearchAddress {
  const { q, past } = search
  const narrowed = Object.fromEntries(NARROWED.map((name) => [name, textIn(search[name])]))
  return { ...narrowed, q: textIn(q), past: typeof past === 'number' && past > 0 ? past : undefined }
}

/** A number that somebody typed is read back from the address as a number. */
function textIn(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : wordOf(value)
}

/** What the server is asked. */
export function askedAt({ q = '', kind, text, code, speaker, language }: SearchAddress) {
  const narrowing = {
    ...{ kind: kind ?? null, text: text ?? null, code: code ?? null },
    ...{ speaker: speaker ?? null, language: language ?? null },
  }
  return { words: q, narrowing }
}
