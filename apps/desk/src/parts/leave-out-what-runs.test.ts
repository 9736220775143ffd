import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { leaveOutWhatRuns } from './leave-out-what-runs.ts'

function left(markup: string): string {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${markup}</body></html>`)
  leaveOutWhatRuns(document)
  return document.body.innerHTML
}

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)></svg>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href=" \u0001javascript:alert(1)">x</a>',
  '<a href="data:text/html,<b>x</b>">x</a>',
  '<a href="//elsewhere.example/">x</a>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><a><animate attributeName="href" values="#;javascript:alert(1)"></animate></a></svg>',
  '<p style="background:url(https://elsewhere.example/)">x</p>',
  '<iframe srcdoc="<b>x</b>"></iframe>',
  '<form action="/sign-out"><button formaction="javascript:alert(1)">x</button></form>',
])('nothing of %s runs, loads or leads astray', (markup) => {
  expect(left(markup)).not.toMatch(/script|\son\w+=|data:|elsewhere|style=|iframe|form/i)
})

test('links of the press, and what a reader of the screen is told, stay', () => {
  const markup =
    '<p id="s2">Words <a href="#claim-C2">C2</a> <a href="/i/x">in</a> <a href="https://a.example/">out</a></p>'
  expect(left(markup)).toBe(markup)
  expect(left('<svg role="img"><title>A chart</title><path d="M0 0"></path></svg>')).toContain('<title>')
})
