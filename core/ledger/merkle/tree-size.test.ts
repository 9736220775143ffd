import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { LARGEST_SIZE, readSize } from './tree-size.ts'

prop.prop([fc.bigInt({ min: 0n, max: LARGEST_SIZE })])(
  'reads every size that there can be, to the last digit',
  (size) => {
    expect(readSize(String(size))).toEqual({ ok: true, value: size })
  },
)

test.each([
  '',
  '-1',
  '-0',
  '+1',
  '00',
  '01',
  '007',
  '1.0',
  '1e3',
  '0x10',
  ' 1',
  '1 ',
  '1\n',
  '١٢',
  '１',
  String(2n ** 63n),
  String(2n ** 64n),
  '9'.repeat(100_000),
])('refuses %j', (text) => {
  expect(readSize(text)).toMatchObject({ ok: false, reason: 'not-a-size' })
})
