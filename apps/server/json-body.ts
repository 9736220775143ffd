import type { Context } from 'hono'
import type { z } from 'zod'
import { ok, refuse, type Outcome } from '@corroborate/base'

/** Bytes of one request. A working text of 1,000 pages is about 3 MB. */
export const BODY_LIMIT = 8 * 1024 * 1024
/**
 * The longest text that is read out of a file (`TEXT_LIMITS`): 2,000,000 UTF-16 units are 6 MB of UTF-8, 200,000 pieces with times and a doubt
 * some 25 MB of JSON around them, 50,000 turns with the longest labels 14 MB.
 */
export const TEXT_BODY_LIMIT = 48 * 1024 * 1024
/** A file of people comes in one request, which is held in memory until it is read: about two million rows. */
export const LIST_FILE_LIMIT = 256 * 1024 * 1024
/** A package of everything comes in one request, read as it comes; a larger one is taken in at the terminal. */
export const PACKAGE_LIMIT = 2 * 1024 * 1024 * 1024
/** Brackets within brackets; our deepest shape has seven. */
export const DEPTH_LIMIT = 32

/**
 * The body of a request as the shape that a route asks for.
 * Refuses with `unreadable`, and the sentence names the field, what was expected and what was found.
 */
export async function bodyAs<Shape extends z.ZodType>(
  c: Context,
  shape: Shape,
): Promise<Outcome<z.output<Shape>, 'unreadable'>> {
  return jsonAs(await c.req.text(), shape)
}

/** A text as the shape that is asked for; refused likewise. */
export function jsonAs<Shape extends z.ZodType>(
  text: string,
  shape: Shape,
): Outcome<z.output<Shape>, 'unreadable'> {
  if (deeperThan(text, DEPTH_LIMIT))
    return refuse('unreadable', `the body is nested deeper than ${DEPTH_LIMIT} brackets`)
  const json = parsed(text)
  if (!json.ok) return json
  const read = shape.safeParse(json.value)
  return read.success ? ok(read.data) : refuse('unreadable', faultIn(read.error))
}

function parsed(text: string): Outcome<unknown, 'unreadable'> {
  try {
    const value: unknown = JSON.parse(text)
    return ok(value)
  } catch {
    return refuse('unreadable', 'the body is not JSON')
  }
}

function faultIn(error: z.ZodError): string {
  const [first] = error.issues
  if (first === undefined) return 'the body does not have the shape that is asked for'
  const field = first.path.map(String).join('.')
  return `${field === '' ? 'the body' : `field “${field}”`}: ${first.message}`
}

/** Whether brackets outside strings nest deeper than so many, seen before anything is built from them. */
export function deeperThan(text: string, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (inString) {
      if (char === '\\') i++
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') depth++
    else if (char === '}' || char === ']') depth--
    if (depth > limit) return true
  }
  return false
}
