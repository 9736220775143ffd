import { describe, test } from 'vitest'
import type { Locale } from '@corroborate/base'
import { askOfLists } from './how-many.ts'
import { walkOf } from './opened.ts'
import { serveExamples } from './examples-served.ts'
import { investigationNamed } from './reader.ts'

const walk = walkOf(serveExamples)

describe.each<{ locale: Locale; width: number; question: string }>([
  { locale: 'en', width: 1280, question: 'How many people, asked on a walk?' },
  { locale: 'ar', width: 390, question: 'كم شخصًا، في سؤال أثناء الجولة؟' },
])('how many, asked in $locale at $width pixels', ({ question, ...asked }) => {
  test('of lists: what cannot be is refused at its field, what can be is run to a verdict', async () => {
    await walk.withReader(asked, async (reader) => {
      const { id } = await investigationNamed(reader, 'training')
      await askOfLists({ reader, investigation: id, locale: asked.locale }, question)
    })
  }, 180_000)
})
