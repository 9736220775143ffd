/** What a process is killed at. */
export const KINDS = ['upload', 'commit', 'checkpoint', 'package', 'backup'] as const
export type Kind = (typeof KINDS)[number]

/** What a process said was done, before it was killed: from then on it has to be there. */
export type Acknowledged =
  | { readonly kind: 'upload'; readonly exhibit: string; readonly sha256: string }
  | { readonly kind: 'commit'; readonly source: string }
  | { readonly kind: 'checkpoint'; readonly size: number; readonly note: string }
  | { readonly kind: 'package'; readonly file: string }
  | { readonly kind: 'backup'; readonly file: string }
