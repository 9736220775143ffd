/**
 * Where files lie: opaque bytes, each called by their own SHA-256, written once and never changed. A folder (`folderStore`) or a
 * bucket (`bucketStore`). What the bytes are, it does not know: encrypted to the store's key, or sealed in a browser.
 */
export interface FileStore {
  /** In words for a person: the folder, or the bucket's address. */
  readonly inWords: string
  /**
   * Takes in a finished file from this machine's disk under its address. Durable when the promise is kept; a folder
   * renames it, so that it is then gone from where it was. Twice the same bytes are one file. Throws what the disk or the network throws, and then nothing lies there.
   */
  readonly keep: (path: string, held: { readonly address: string; readonly size: number }) => Promise<void>
  /** The bytes at an address as they lie there, unverified; null when nothing does. */
  readonly read: (address: string) => Promise<AsyncIterable<Uint8Array> | null>
  /** Every address at which something lies, in no order. */
  readonly addresses: () => AsyncIterable<string>
  /** Takes away what was never acknowledged. Nothing else calls it. */
  readonly remove: (address: string) => Promise<void>
}
