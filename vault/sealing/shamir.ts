/**
 * Shamir's sharing of a secret (Comm. ACM 22(11), 1979), byte by byte over GF(256) with the polynomial of AES (FIPS 197, section 4.2).
 * Alone it never fails: a wrong share gives another secret without a word. `split-key.ts` is what may be used.
 */
export interface Share {
  /** From 1: where the polynomials were evaluated. */
  readonly at: number
  readonly bytes: Uint8Array
}

const { EXP, LOG } = tables()

/**
 * Splits a secret so that any `needed` of `of` shares give it, and fewer say nothing of it.
 * @param random (needed - 1) bytes for each byte of the secret, from a generator fit for secrets
 */
export function split(
  secret: Uint8Array,
  { needed, of }: { readonly needed: number; readonly of: number },
  random: Uint8Array,
): readonly Share[] {
  if (random.length !== (needed - 1) * secret.length) throw new Error('too few or too many random bytes')
  return Array.from({ length: of }, (_, i) => ({
    at: i + 1,
    bytes: secret.map((byte, k) =>
      evaluated([byte, ...random.subarray(k * (needed - 1), (k + 1) * (needed - 1))], i + 1),
    ),
  }))
}

/** The secret that these shares give: the polynomials' values at zero, by Lagrange's formula. Shares stand at places that differ. */
export function joined(shares: readonly Share[]): Uint8Array {
  const weights = shares.map(({ at }) => weightAtZero(at, shares))
  const length = shares[0]?.bytes.length ?? 0
  return Uint8Array.from({ length }, (_, k) =>
    shares.reduce((sum, { bytes }, i) => sum ^ times(bytes[k] ?? 0, weights[i] ?? 0), 0),
  )
}

/** Horner's rule; the first coefficient is the value at zero. */
function evaluated(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => times(sum, x) ^ coefficient, 0)
}

function weightAtZero(at: number, shares: readonly Share[]): number {
  return shares
    .filter((share) => share.at !== at)
    .reduce((product, share) => times(product, over(share.at, share.at ^ at)), 1)
}

function times(a: number, b: number): number {
  if (a === 0 || b === 0) return 0
  return EXP[((LOG[a] ?? 0) + (LOG[b] ?? 0)) % 255] ?? 0
}

function over(a: number, b: number): number {
  if (b === 0) throw new Error('two shares stand at one place')
  if (a === 0) return 0
  return EXP[((LOG[a] ?? 0) - (LOG[b] ?? 0) + 255) % 255] ?? 0
}

/** Powers of 3, which generates the field, and their logarithms. */
function tables() {
  const [exp, log] = [new Uint8Array(255), new Uint8Array(256)]
  let value = 1
  for (let i = 0; i < 255; i++) {
    exp[i] = value
    log[value] = i
    const doubled = (value << 1) ^ (value & 0x80 ? 0x11b : 0)
    value ^= doubled
  }
  return { EXP: exp, LOG: log }
}
