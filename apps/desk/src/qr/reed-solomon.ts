/** x⁸ + x⁴ + x³ + x² + 1, by which QR codes reckon with bytes (ISO/IEC 18004:2015, section 7.5.2). */
const MODULUS = 0x11d

/** The product of two bytes in that field. */
export function product(a: number, b: number): number {
  let sum = 0
  for (let bit = 7; bit >= 0; bit--) {
    sum = (sum << 1) ^ (sum & 0x80 ? MODULUS : 0)
    if ((b >> bit) & 1) sum ^= a
  }
  return sum
}

/** So many codewords of correction for these: the remainder of a division in the field. */
export function correctionOf(data: readonly number[], count: number): readonly number[] {
  const divisor = generator(count)
  return data.reduce<readonly number[]>(
    (rest, byte) => {
      const factor = byte ^ (rest[0] ?? 0)
      return divisor.map((coefficient, at) => (rest[at + 1] ?? 0) ^ product(coefficient, factor))
    },
    Array.from({ length: count }, () => 0),
  )
}

/** (x − 1)(x − 2)(x − 2²)… with so many factors, without its leading 1, the highest power first. */
function generator(count: number): readonly number[] {
  let polynomial: readonly number[] = [1]
  for (let factor = 0, root = 1; factor < count; factor++, root = product(root, 2)) {
    const before = polynomial
    polynomial = [...before, 0].map((one, at) => one ^ product(before[at - 1] ?? 0, root))
  }
  return polynomial.slice(1)
}
