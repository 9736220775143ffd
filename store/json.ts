declare const holds: unique symbol

/** JSON as the store keeps it: text, which says by its type what was written into it. */
export type JsonText<Value> = string & { readonly [holds]: Value }

export function toJson<Value>(value: Value): JsonText<Value> {
  return JSON.stringify(value) as JsonText<Value>
}

/** What we wrote ourselves, read back: the one place where JSON is given its type without a check. */
export function fromJson<Value>(text: JsonText<Value>): Value {
  return JSON.parse(text) as Value
}

export function toJsonOrNull<Value>(value: Value | null): JsonText<Value> | null {
  return value === null ? null : toJson(value)
}

export function fromJsonOrNull<Value>(text: JsonText<Value> | null): Value | null {
  return text === null ? null : fromJson(text)
}

/** A list of at least one, which the tables cannot promise but the insert functions kept. Throws on an empty one. */
export function atLeastOne<Item>(items: readonly Item[]): readonly [Item, ...Item[]] {
  if (items.length === 0) throw new Error('corrupt store: an empty list where one item at least was written')
  return items as readonly [Item, ...Item[]]
}

/** JSON text that was written by another rule than ours (canonical), with the type of what it holds. */
export function parsedAs<Value>(text: string): JsonText<Value> {
  return text as JsonText<Value>
}
