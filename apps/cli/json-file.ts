import { readFile } from 'node:fs/promises'
import { ok, refuse, type Outcome } from '@corroborate/base'

interface Shape<Value> {
  readonly safeParse: (
    value: unknown,
  ) =>
    | { readonly success: true; readonly data: Value }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } }
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** A JSON file of this shape; the sentence names the file and the field. */
export async function readJsonFile<Value>(
  file: string,
  shape: Shape<Value>,
): Promise<Outcome<Value, 'unreadable'>> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null)
    return refuse('unreadable', `${file}: expected a file of JSON, found none that can be read`)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refuse('unreadable', `${file}: expected JSON, found text that is none`)
  }
  const read = shape.safeParse(json)
  if (read.success) return ok(read.data)
  const [first] = read.error.issues
  return refuse(
    'unreadable',
    `${file}, field “${first?.path.map(String).join('.') ?? ''}”: ${first?.message ?? 'another shape'}`,
  )
}
