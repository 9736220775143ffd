/** Numbers distinct texts from 0 in the order of first sight and keeps, row after row, which one stood there; -1 for none. */
export interface ValueDictionary {
  readonly add: (text: string | null) => void
  readonly raw: () => RawColumn
}

/** A column as it was read: a number per row, and the texts they stand for. */
export interface RawColumn {
  readonly ids: Int32Array
  readonly texts: readonly string[]
}

export function valueDictionary(): ValueDictionary {
  const numbers = new Map<string, number>()
  const texts: string[] = []
  let ids = new Int32Array(1024)
  let rows = 0
  return {
    add(text) {
      if (rows === ids.length) ids = grown(ids)
      let id = -1
      if (text !== null && text !== '') {
        const known = numbers.get(text)
        if (known === undefined) {
          id = texts.length
          numbers.set(text, id)
          texts.push(text)
        } else id = known
      }
      ids[rows++] = id
    },
    raw: () => ({ ids: ids.slice(0, rows), texts }),
  }
}

function grown(ids: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(ids.length * 2)
  more.set(ids)
  return more
}
