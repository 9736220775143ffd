const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
/** 52 letters of five bits each, and a checksum of six letters. */
const X25519_KEY = /^(?:age1|age-secret-key-1)([a-z0-9]{52})[a-z0-9]{6}$/i

/** The 32 bytes in the text of an age recipient or identity of X25519; throws where it is none. Its checksum the library has looked at, which takes such a text before. */
export function bech32Bytes(text: string): Uint8Array<ArrayBuffer> {
  const [, letters] = X25519_KEY.exec(text) ?? []
  if (letters === undefined) throw new Error('this is no X25519 key of age')
  const bytes = new Uint8Array(32)
  let [bits, held, at] = [0, 0, 0]
  for (const letter of letters.toLowerCase()) {
    bits = ((bits << 5) | LETTERS.indexOf(letter)) & 0xfff
    held += 5
    if (held < 8) continue
    held -= 8
    bytes[at++] = bits >> held
  }
  return bytes
}
