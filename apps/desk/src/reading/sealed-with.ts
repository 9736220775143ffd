import type { TextView } from '@corroborate/server/api'

/** The text of which the words are sealed that its tokens stand for: they came with its first version, and later ones are read with them. */
export function sealedWith({ text, versions }: Pick<TextView, 'text' | 'versions'>): string {
  return versions[0]?.id ?? text.id
}
