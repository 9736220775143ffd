import { Hono, type Context } from 'hono'
import { html } from 'hono/html'
import { LOCALES, printWhen, type Locale } from '@corroborate/base'
import {
  publishedAnnex,
  publishedPdf,
  publishedProof,
  readPublications,
  readPublished,
  type Published,
  type PublishedCard,
} from '@corroborate/casework'
import { reportPage } from '@corroborate/press'
import { say } from '@corroborate/words'
import { sendProof } from './ledger/send-proof.ts'
import { localeAsked } from './locale-asked.ts'
import { notice, page } from './page/shell.ts'
import { deskOf, type Parts } from './parts.ts'
import { fileOf, sendFile } from './static-files.ts'

/** What everybody reads, without script and without signing in. */
export function publicRoutes(parts: Parts): Hono {
  const routes = new Hono()
  routes.get('/', async (c) =>
    c.html(
      listPage(localeAsked(c), { cards: await readPublications(reader), proven: parts.signing !== null }),
    ),
  )
  routes.get('/assets/:path{.+}', (c) => {
    const file = parts.publicFiles.get(c.req.param('path'))
    return file === undefined ? nothingHere(c) : sendFile(c, file)
  })
  const reader = deskOf(parts, null)
  routes.get('/:investigation/:report/:locale', (c) =>
    inPublic(parts, c, (published) => {
      const hrefs = hrefsOf(c.req.path, published)
      return c.html(reportPage({ ...published.print, hrefs }))
    }),
  )
  routes.get('/:investigation/:report/:locale/report.pdf', (c) =>
    inPublic(parts, c, async (published) => {
      const bytes = Uint8Array.from(await publishedPdf(reader, published))
      return sendFile(c, fileOf('report.pdf', bytes))
    }),
  )
  routes.get('/:investigation/:report/:locale/report.tlog-proof', (c) =>
    inPublic(parts, c, async (published) => {
      const proof = await publishedProof({ ...reader, signing: parts.signing }, published)
      return proof === null ? nothingHere(c) : sendProof(c, proof, 'report')
    }),
  )
  routes.get('/:investigation/:report/:locale/annex/:file', (c) =>
    inPublic(parts, c, async (published) => {
      const name = c.req.param('file')
      const content = (await publishedAnnex(reader, published)).get(name)
      if (content === undefined) return nothingHere(c)
      return sendFile(c, fileOf(name, new TextEncoder().encode(content)))
    }),
  )
  return routes
}

type Open = Extract<Published, { kind: 'open' }>

/** Answers with what is published at an address, or says why it does not. */
async function inPublic(
  parts: Parts,
  c: Context,
  show: (published: Open) => Response | Promise<Response>,
): Promise<Response> {
  const locale = LOCALES.find((one) => one === c.req.param('locale'))
  if (locale === undefined) return nothingHere(c)
  const address = {
    investigationCode: c.req.param('investigation') ?? '',
    reportCode: c.req.param('report') ?? '',
    locale,
  }
  const published = await readPublished(deskOf(parts, null), address)
  if (published === null) return nothingHere(c)
  c.header('Cache-Control', 'no-cache')
  if (published.kind === 'withheld') return c.html(notice(locale, say(locale, 'desk.public.withheld')), 503)
  return show(published)
}

async function nothingHere(c: Context): Promise<Response> {
  const locale = localeAsked(c)
  return c.html(notice(locale, say(locale, 'desk.public.missing')), 404)
}

/** Addresses beside the page's own, which ends in the language. */
function hrefsOf(path: string, { print, languages }: Open): Parameters<typeof reportPage>[0]['hrefs'] {
  const { locale } = print.resolved
  const other = languages.find((one) => one !== locale)
  return {
    stylesheet: '/public/assets/report.css',
    pdf: `${path}/report.pdf`,
    data: `${path}/annex/all.json`,
    other: other === undefined ? null : { href: `${path.slice(0, -locale.length)}${other}`, locale: other },
  }
}

interface Listed {
  readonly cards: readonly PublishedCard[]
  /** Whether the ledger is signed here, so that there are proofs. */
  readonly proven: boolean
}

function listPage(locale: Locale, { cards, proven }: Listed) {
  const proofOf = (card: PublishedCard) =>
    proven
      ? html` ·
          <a href="${addressOf(card)}/report.tlog-proof" download>${say(locale, 'desk.public.proof')}</a>`
      : ''
  const items = cards.map(
    (card) =>
      html`<li lang="${card.locale}" dir="auto">
        <a href="${addressOf(card)}">${card.title}</a>
        <small>${natureOf(card)}${printWhen(card.locale, card.dated)}${proofOf(card)}</small>
      </li>`,
  )
  const body =
    items.length === 0
      ? html`<p>${say(locale, 'desk.public.none')}</p>`
      : html`<ul>
          ${items}
        </ul>`
  return page(locale, say(locale, 'desk.public'), body)
}

function natureOf({ nature, locale }: PublishedCard): string {
  return nature === 'own' ? '' : `${say(locale, `nature.${nature}`)} · `
}

function addressOf({ investigationCode, reportCode, locale }: PublishedCard): string {
  return `/public/${[investigationCode, reportCode, locale].map(encodeURIComponent).join('/')}`
}
