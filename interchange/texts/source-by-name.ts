/** The source whose code the name of a file begins with (`W3-2014-06.docx` is of W3); the longest of several, null where there is none. */
export function sourceByName<Source extends { readonly code: string }>(
  file: string,
  sources: readonly Source[],
): Source | null {
  const name = file.toLowerCase()
  const fitting = sources.filter(({ code }) => {
    const begins = name.startsWith(code.toLowerCase())
    return begins && !/[\p{L}\p{N}]/u.test(name.charAt(code.length))
  })
  return fitting.toSorted((a, b) => b.code.length - a.code.length)[0] ?? null
}
