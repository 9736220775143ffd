/** What was got out of an archive; or what belongs there and what was found in its place. */
export type Unpacked<Value> = { readonly ok: true; readonly value: Value } | NotUnpacked

export interface NotUnpacked {
  readonly ok: false
  readonly reason: 'broken' | 'unfolds'
  readonly expected: string
  readonly found: string
}

export function broken(expected: string, found: string): NotUnpacked {
  return { ok: false, reason: 'broken', expected, found }
}
