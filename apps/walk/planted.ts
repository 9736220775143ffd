/**
 * What has become a script, a link, a template or a formula in other programs, in one piece, so that each field meets all of it. The sign before it
 * is what a spreadsheet takes for a formula; the number tells the field.
 */
export const BITES = [
  `"'><img src=x onerror=alert()>`,
  '<svg/onload=alert()>',
  '</title></style></textarea></script><script>alert()</script>',
  '<a href="java\tscript:alert()">x</a>',
  '-->]]><p style="background:url(javascript:alert())">',
  '{{alert()}} ${alert()} {n, plural, one {#}}',
  '#read("/etc/passwd") \\ $x$ &lt;b&gt; &#x3c;',
  '\u202eabc\u2066\u0000\u000b\ufffe"',
].join('')
const LEADS = ['=', '+', '-', '@', '\t=', '\r=', '＝', '', "'", '"']

/** Fields in which one lower-case word may stand that a person typed. */
const TYPED = new Set([
  'en',
  'ar',
  'topic',
  'coder',
  'explainedBy',
  'said',
  'vantage',
  'exceptions',
  'prefix',
])
/** Fields of several words that a program writes. */
const WRITTEN = new Set(['formula', 'software', 'edtf', 'anchor'])
/** Ids, digests, days, and choices out of a list. */
const NO_WORDS = /^[0-9a-f]{8}-|^[0-9a-f]{64}$|^[\d/-]+$|^[a-z]+(?:-[a-z]+)*$|^[A-Z]\d?(?:\.[a-z]+)?$|^\[/

/** A value with what bites in every field of words: the same in place of the same words, so that what points at a name still does. */
export function planted<Value>(value: Value): { readonly value: Value; readonly words: ReadonlySet<string> } {
  const words = new Map<string, string>()
  const plantedIn = (part: unknown, key: string): unknown => {
    if (typeof part === 'string') return isOfWords(part, key) ? inPlaceOf(part) : part
    if (Array.isArray(part)) return part.map((one) => plantedIn(one, key))
    if (part instanceof Map)
      return new Map([...part].map(([name, one]: [unknown, unknown]) => [name, plantedIn(one, key)]))
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, plantedIn(one, name)]))
  }
  const inPlaceOf = (part: string) => {
    const bite = words.get(part) ?? `${LEADS[words.size % LEADS.length]}${words.size}¶${BITES}¶`
    words.set(part, bite)
    return bite
  }
  return { value: plantedIn(value, '') as Value, words: new Set(words.values()) }
}

function isOfWords(part: string, key: string): boolean {
  return TYPED.has(key) || !(WRITTEN.has(key) || NO_WORDS.test(part))
}
