import { html } from 'hono/html'
import { directionOf, type Locale } from '@corroborate/base'
import { say } from '@corroborate/words'

type Html = ReturnType<typeof html>

/** A page that needs no script: its title, its one style sheet, and its words in one language. */
export function page(locale: Locale, title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="${locale}" dir="${directionOf(locale)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/public/assets/plain.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`
}

/** A page that says one thing. */
export function notice(locale: Locale, words: string): Html {
  return page(locale, words, html``)
}

/** The door: nothing happens until somebody presses, so that what previews links uses none of them up. */
export function doorPage(locale: Locale, token: string): Html {
  return page(
    locale,
    say(locale, 'desk.door'),
    html`<p>${say(locale, 'desk.door.words')}</p>
      <form method="post" action="/sign-in">
        <input type="hidden" name="token" value="${token}" />
        <button type="submit">${say(locale, 'desk.door.button')}</button>
      </form>`,
  )
}

export function doorShut(locale: Locale): Html {
  return page(locale, say(locale, 'desk.door.bad'), html`<p>${say(locale, 'desk.door.bad.words')}</p>`)
}
