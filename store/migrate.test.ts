import { expect, test } from 'vitest'
import { eachEngine } from './testing/engines.ts'
eachEngine((engine, open) => {
  test('opens', async () => {
    const s = await open()
    expect(s.engine).toBe(engine)
  })
})
