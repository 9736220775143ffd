import { ok, refuse, type Outcome } from '@corroborate/base'
import { linkageSettingsShape } from '@corroborate/server'
import type { LinkageSettings } from '@corroborate/linkage'

/** Settings of a linkage from a JSON file; the sentence names the field. */
export function settingsShape(file: string, text: string): Outcome<LinkageSettings, 'unreadable'> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refuse('unreadable', `${file}: expected JSON, found text that is none`)
  }
  const read = linkageSettingsShape.safeParse(json)
  if (read.success) return ok(read.data)
  const [first] = read.error.issues
  return refuse(
    'unreadable',
    `${file}, field “${first?.path.map(String).join('.') ?? ''}”: ${first?.message ?? 'another shape'}`,
  )
}
