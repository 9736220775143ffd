import { stretchOf, type GivenFile } from './given-file.ts'
import {
  encodingMarked,
  encodingOf,
  sawEnough,
  seeBytes,
  type Encoding,
  type EncodingFound,
} from './text-of-bytes.ts'

/** In which encoding a file of text is written: as somebody says, as its first bytes say, or as all its bytes make likely. */
export async function encodingOfFile(file: GivenFile, asked: Encoding | null): Promise<EncodingFound> {
  if (asked !== null) return { encoding: asked, by: 'asked' }
  const marked = encodingMarked(await stretchOf(file, 0, 3))
  if (marked !== null) return marked
  let seen = seeBytes(new Uint8Array(0))
  for await (const piece of file.read(0, file.size)) {
    seen = seeBytes(piece, seen)
    if (sawEnough(seen)) break
  }
  return encodingOf(seen)
}
