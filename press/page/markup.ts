import { html, raw } from 'hono/html'

/** HTML whose every text is escaped already. */
export type Markup = ReturnType<typeof raw>

/**
 * A tagged template for HTML: what goes in is escaped unless it is markup itself.
 * Nothing here waits for anything; a promise among the values is a bug and throws.
 */
export function markup(
  strings: TemplateStringsArray,
  ...values: readonly (Markup | readonly Markup[] | string | number)[]
): Markup {
  const made = html(strings, ...values)
  if (made instanceof Promise) throw new Error('a page is made of what is already there')
  return made
}

/** Markup that our own charts made, which escape what they are given. */
export function drawing(svg: string): Markup {
  return raw(svg)
}

export const NOTHING: Markup = raw('')

/** Markup if there is something to show. */
export function when<Value>(value: Value | null, show: (value: Value) => Markup): Markup {
  return value === null ? NOTHING : show(value)
}
