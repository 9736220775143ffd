import { expect, test } from 'vitest'
import { readAuthorities } from './read-authorities.ts'

test('each line names an authority and its roots; remarks and empty lines do not count', () => {
  const text =
    '# two countries\nhttps://one.example/tsr one.pem\n\n  http://two.example two.pem # the other\n'
  expect(readAuthorities(text)).toEqual({
    ok: true,
    value: [
      { url: 'https://one.example/tsr', roots: 'one.pem' },
      { url: 'http://two.example', roots: 'two.pem' },
    ],
  })
})

test.each([
  ['one.example one.pem', 'line 1: expected the address of an authority, found “one.example”'],
  ['file:///etc/passwd a.pem', 'line 1: expected the address of an authority, found “file:///etc/passwd”'],
  ['\nhttps://one.example', 'line 2: expected an address and the file of its roots, with a space between'],
  ['https://a.example a.pem\nhttps://a.example b.pem', 'line 2: “https://a.example” stands there twice'],
])('%j is refused with its line', (text, detail) => {
  expect(readAuthorities(text)).toEqual({ ok: false, reason: 'bad-line', detail })
})
