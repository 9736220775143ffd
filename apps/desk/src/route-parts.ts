/** What stands after the question mark of an address, before anybody has looked at it. */
export type Asked = Readonly<Record<string, unknown>>

/** What is held already is shown at once, and asked for again behind it when it has grown old. */
export function held<Options extends object>(options: Options) {
  return { ...options, staleTime: 'static' as const }
}

/** A place in a text; 0 for anything else. */
export function placeIn(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0
}

/** A word; undefined for anything else. */
export function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
