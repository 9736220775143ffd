/**
 * A code as part of an anchor: the same code gives the same anchor in every edition, and no two codes share one.
 * Letters, digits and single hyphens stay; everything else is written as its UTF-8 bytes.
 */
export function slug(code: string): string {
  return encodeURIComponent(code)
    .replace(/[_.!~*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    .replaceAll('%', '_')
}
