/** What comes out of a folder or an archive, one after another: tag files before what is below `data/`. */
export type BagItem =
  | {
      readonly kind: 'file'
      /** With slashes, from the top of the bag. */
      readonly name: string
      /** To be read once, before the next item is asked for; what is left over is passed by. */
      readonly bytes: AsyncIterable<Uint8Array>
    }
  /** A symbolic link, a device: `what` says so in words. */
  | { readonly kind: 'other'; readonly name: string; readonly what: string }
  /** The archive itself cannot be read on. */
  | { readonly kind: 'broken'; readonly detail: string }
