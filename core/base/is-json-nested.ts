/** Whether plain data nest no deeper than so many levels. Looked at level by level, so that no depth breaks the looking. */
export function isJsonNested(value: unknown, levels: number): boolean {
  let here: readonly unknown[] = [value]
  for (let level = 0; level <= levels; level++) {
    here = here.flatMap((one): unknown[] =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    )
    if (here.length === 0) return true
  }
  return false
}
