type Bytes = Uint8Array<ArrayBuffer>

/** Reads a blob piece after piece: fills the space that it is given, and answers the same space. The buffer is given away meanwhile. */
export interface Filling {
  readonly fill: (space: Bytes) => Promise<Bytes>
  readonly end: () => Promise<void>
}

/**
 * Reads a blob from its beginning on into buffers that are used again: where memory is dear, fresh one for every piece takes as long as a
 * third of the cipher. Browsers that cannot read so (Safari before 26.4) copy.
 */
export function fillFrom(blob: Blob): Filling {
  const reader = readerInto(blob)
  return reader ? { fill: (space) => filled(reader, space), end: () => reader.cancel() } : copying(blob)
}

function readerInto(blob: Blob): ReadableStreamBYOBReader | null {
  try {
    return blob.stream().getReader({ mode: 'byob' })
  } catch {
    return null
  }
}

async function filled(
  reader: ReadableStreamBYOBReader,
  { buffer, byteOffset, length }: Bytes,
): Promise<Bytes> {
  let space = buffer
  let at = 0
  while (at < length) {
    const { done, value } = await reader.read(new Uint8Array(space, byteOffset + at, length - at))
    if (done) throw new Error('the file is shorter than it was')
    space = value.buffer
    at += value.length
  }
  return new Uint8Array(space, byteOffset, length)
}

function copying(blob: Blob): Filling {
  let at = 0
  return {
    fill: async (space) => {
      space.set(new Uint8Array(await blob.slice(at, at + space.length).arrayBuffer()))
      at += space.length
      return space
    },
    end: () => Promise.resolve(),
  }
}
