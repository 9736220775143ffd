/** Whole numbers from 0 to 2^31 - 1 as bytes, seven bits in each, the lowest first; the eighth bit says that more follow. */
export function writeVarints(numbers: Iterable<number>): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  for (const number of numbers) {
    let left = number
    while (left > 0x7f) {
      bytes.push((left & 0x7f) | 0x80)
      left >>>= 7
    }
    bytes.push(left)
  }
  return Uint8Array.from(bytes)
}

/** A place in bytes that hold such numbers. */
export interface Cursor {
  readonly bytes: Uint8Array
  at: number
}

export function readVarint(cursor: Cursor): number {
  const { bytes } = cursor
  let [number, shift] = [0, 0]
  for (;;) {
    const byte = bytes[cursor.at++] ?? 0
    number |= (byte & 0x7f) << shift
    if (byte < 0x80) return number
    shift += 7
  }
}

export function skipVarints(cursor: Cursor, count: number): void {
  const { bytes } = cursor
  for (let left = count; left > 0; left--) while ((bytes[cursor.at++] ?? 0) > 0x7f);
}
