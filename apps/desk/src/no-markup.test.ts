import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Markup of the press is parsed apart from the page, and `leaveOutWhatRuns` goes over it. */
const PARSES = ['parts/pressed.tsx']

const HERE = import.meta.dirname
const sources = globSync('**/*.{ts,tsx}', { cwd: HERE })
  .filter((file) => !file.includes('.test.'))
  .map((file) => [file, readFileSync(join(HERE, file), 'utf8')] as const)

/** Ways in which a text becomes markup, a script or a page of its own. Charts and parts of reports that the press made come through one place. */
const MARKUP =
  /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|parseFromString|srcDoc|\beval\(|new Function\(|setAttribute\(\s*['"](?:on|href|src)/

/** Addresses that are computed, each with why nothing that somebody typed can choose where it leads. */
const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  'account/passphrase.tsx': ['otpauthHref(name, secret)'],
  'members/send-link.tsx': ['`${location.origin}/sign-in?token=${token}`'],
  'parts/marked-text.tsx': ['`#${passageHash(next)}`'],
  'screens/exhibit.tsx': ['`/api/investigations/${investigation}/exhibit-files/${file.id}/opening`'],
  'screens/ledger.tsx': ['proofHref(investigation, sequence)'],
  'exhibits/opened-file.tsx': ['source'],
}

test('no screen turns a text into markup', () => {
  expect(sources.length).toBeGreaterThan(200)
  expect(sources.filter(([, text]) => MARKUP.test(text)).map(([file]) => file)).toEqual(PARSES)
})

test('no address on a screen is taken from data, but these', () => {
  const computed = sources.flatMap(([file, text]) =>
    [...text.matchAll(/\s(?:href|src|action|formAction|poster)=\{((?:[^{}]|\{[^}]*\})*)\}/g)].map(
      ([, said = '']) => [file, said],
    ),
  )
  const allowed = Object.entries(COMPUTED).flatMap(([file, all]) => all.map((said) => [file, said]))
  const unique = new Set(computed.map((one) => JSON.stringify(one)))
  expect([...unique].sort()).toEqual(allowed.map((one) => JSON.stringify(one)).sort())
})

test('what is looked for here would be found', () => {
  expect('<p dangerouslySetInnerHTML={{ __html: words }} />').toMatch(MARKUP)
  expect("element.setAttribute('href', typed)").toMatch(MARKUP)
})
