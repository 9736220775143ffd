import { derivedId, type CodeId, type CodingEventId, type CodingId, type TextId } from '@corroborate/base'
import type { CodingDeed, CodingEvent } from '../code-system.ts'

/** Invented codes, texts and deeds, named by a word. */
export const codeId = (name: string): CodeId => derivedId('code', name)
export const codingId = (name: string): CodingId => derivedId('coding', name)
export const eventId = (name: string): CodingEventId => derivedId('coding-event', name)
export const TEXT: TextId = derivedId('text', 'T1')

export const made = (name: string, within: string | null = null, isHeading = false): CodingDeed => ({
  kind: 'code-made',
  code: {
    id: codeId(name),
    name: { en: name },
    within: within === null ? null : codeId(within),
    isHeading,
    memo: null,
  },
})

export const coded = (name: string, code: string, start: number, end: number): CodingDeed => ({
  kind: 'coded',
  coding: { id: codingId(name), text: TEXT, start, end, code: codeId(code), memo: null },
})

export const undone = (event: string): CodingDeed => ({ kind: 'undone', event: eventId(event) })

/** Deeds in their order, each with who did it; an event is named by its place, "1" the first. */
export function events(
  ...deeds: readonly (readonly [by: string, deed: CodingDeed])[]
): readonly CodingEvent[] {
  return deeds.map(([by, deed], at) => ({
    ...deed,
    ...{ id: eventId(String(at + 1)), by, at: '2030-01-01T00:00:00.000Z' },
  }))
}
