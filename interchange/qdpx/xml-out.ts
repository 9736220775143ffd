/** What XML 1.0 has no way to write, not even as a reference (section 2.2). */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * An element on one line, its attributes in the order given; those that are null are left out. Children are XML already, made here;
 * words go through `xmlText`.
 */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | null>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${escaped(String(value), /[&<>"\t\n\r]/g)}"`],
  )
  const inside = children.join('')
  const open = `<${name}${written.join('')}`
  return inside === '' ? `${open}/>` : `${open}>${inside}</${name}>`
}

/** Words between tags. A carriage return is written as a reference, or readers would make it a line feed. What XML cannot hold becomes U+FFFD. */
export function xmlText(words: string): string {
  return escaped(words, /[&<>\r]/g)
}

/** An element only where it has children. */
export function xmlUnlessEmpty(name: string, children: readonly string[]): string {
  return children.length === 0 ? '' : xml(name, {}, ...children)
}

export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`
}

function escaped(words: string, signs: RegExp): string {
  return words
    .replaceAll(UNWRITABLE, '\u{FFFD}')
    .replaceAll(signs, (sign) => SIGNS[sign] ?? `&#${sign.charCodeAt(0)};`)
}
