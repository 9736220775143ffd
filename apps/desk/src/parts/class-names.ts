/** Several names of a style sheet as one `class`; absent ones are left out. */
export function classNames(...names: readonly (string | undefined | false)[]): string {
  return names.filter((name) => typeof name === 'string').join(' ')
}
