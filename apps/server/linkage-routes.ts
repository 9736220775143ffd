import { createHash } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { parseId, refuse, type Id, type InvestigationId } from '@corroborate/base'
import {
  mayDo,
  readCluster,
  readClusters,
  readLinkageRun,
  readLinkageRuns,
  readListIntake,
  readListPreview,
  readListRows,
  readPairExplained,
  readPairSeen,
  readProposedLinkage,
  readReviewQueue,
  readReviewState,
  readsIn,
  receiveListFile,
} from '@corroborate/casework'
import { FOUND_OUT, openList, type GivenFile } from '@corroborate/interchange'
import { RECORDS_KINDS } from '@corroborate/linkage'
import { notFound, sendOrNotFound, sendOutcome, sendRefusal } from './answers.ts'
import { jsonAs } from './json-body.ts'
import { listToTakeIn } from './linkage-shapes.ts'
import type { RecordAt } from '@corroborate/store'
import { deskOf, type Parts, type SignedIn } from './parts.ts'

type Asking = Context<SignedIn>

const LARGEST_QUEUE = 200

/** What is read of lists and linkages, and files that come in as forms: `file`, and `what` as JSON beside it. */
export function linkageRoutes(parts: Parts): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  const reader = (c: Asking) => deskOf(parts, c.var.member)
  const inOne = async (c: Asking, ask: (id: InvestigationId) => Promise<object | null>) => {
    const id = parseId<'investigation'>(c.req.param('id') ?? '')
    return id === null ? notFound(c) : sendOrNotFound(c, await ask(id))
  }
  const ofOne = <Kind extends string>(
    c: Asking,
    ask: (investigation: InvestigationId, of: Id<Kind>) => Promise<object | null>,
  ) => {
    const of = parseId<Kind>(c.req.param('of') ?? '')
    return inOne(c, (investigation) => (of === null ? Promise.resolve(null) : ask(investigation, of)))
  }
  routes.get('/investigations/:id/linkage-runs', (c) => inOne(c, (id) => readLinkageRuns(reader(c), id)))
  routes.get('/investigations/:id/linkage-runs/proposed', (c) =>
    inOne(c, (investigation) => {
      const lists = c.req.queries('list')?.flatMap((one) => parseId<'list'>(one) ?? []) ?? []
      const asked = c.req.query('records')
      const records = RECORDS_KINDS.find((kind) => kind === asked) ?? null
      return readProposedLinkage(reader(c), { investigation, lists, records })
    }),
  )
  routes.get('/investigations/:id/linkage-runs/:of', (c) =>
    ofOne<'linkage-run'>(c, (investigation, run) => readLinkageRun(reader(c), { investigation, run })),
  )
  routes.get('/investigations/:id/linkage-runs/:of/queue', (c) =>
    ofOne<'linkage-run'>(c, (investigation, run) => {
      const asked = Number(c.req.query('size') ?? '20')
      const size = Number.isInteger(asked) ? Math.min(LARGEST_QUEUE, Math.max(1, asked)) : 20
      return readReviewQueue(reader(c), { investigation, run, size })
    }),
  )
  routes.get('/investigations/:id/linkage-runs/:of/cluster', (c) =>
    ofOne<'linkage-run'>(c, (investigation, run) =>
      readCluster(reader(c), { investigation, run, name: c.req.query('name') ?? '' }),
    ),
  )
  routes.get('/investigations/:id/linkage-runs/:of/clusters', (c) =>
    ofOne<'linkage-run'>(c, (investigation, run) =>
      readClusters(reader(c), { investigation, run, after: placeAsked(c) }),
    ),
  )
  routes.get('/investigations/:id/linkage-runs/:of/review', (c) =>
    ofOne<'linkage-run'>(c, (investigation, run) => readReviewState(reader(c), { investigation, run })),
  )
  routes.get('/investigations/:id/linkage-runs/:of/explanation', (c) =>
    ofOne<'linkage-run'>(c, (investigation, run) => {
      const [one, other] = [recordAsked(c.req.query('left')), recordAsked(c.req.query('right'))]
      return one === null || other === null
        ? Promise.resolve(null)
        : readPairExplained(reader(c), { investigation, run, records: [one, other] })
    }),
  )
  routes.get('/investigations/:id/linkage-runs/:of/pairs/:pair', (c) =>
    ofOne<'linkage-run'>(c, (investigation, run) => {
      const [pair, shown] = [Number(c.req.param('pair')), c.req.query('shown') === 'yes']
      return Number.isSafeInteger(pair)
        ? readPairSeen(reader(c), { investigation, run, pair, shown })
        : Promise.resolve(null)
    }),
  )
  routes.get('/investigations/:id/lists/:of/rows', (c) =>
    ofOne<'list'>(c, (investigation, list) =>
      readListRows(reader(c), { investigation, list, after: placeAsked(c) }),
    ),
  )
  routes.get('/investigations/:id/lists/:of/intake', (c) =>
    ofOne<'list'>(c, (investigation, list) => readListIntake(reader(c), { investigation, list })),
  )
  routes.post('/investigations/:id/list-files/preview', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    if (investigation === null || !(await readsIn(reader(c), investigation))) return notFound(c)
    const form = await c.req.parseBody()
    if (!(form.file instanceof File)) return sendRefusal(c, NO_FILE)
    const sheet = typeof form.sheet === 'string' && form.sheet !== '' ? form.sheet : null
    const file = listIn(form.file)
    const preview = await readListPreview(reader(c), { investigation, file, asked: { ...FOUND_OUT, sheet } })
    return preview === null ? notFound(c) : sendOutcome(c, preview)
  })
  routes.post('/investigations/:id/list-files', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    if (investigation === null || !(await mayDo(reader(c), receiveListFile, investigation)))
      return notFound(c)
    const { file: given, what } = await c.req.parseBody()
    if (!(given instanceof File) || typeof what !== 'string') return sendRefusal(c, NO_FILE)
    const said = jsonAs(what, listToTakeIn)
    if (!said.ok) return sendRefusal(c, said)
    const { sheet, ...input } = said.value
    const file = listIn(given)
    const opened = await openList(file, { ...FOUND_OUT, sheet })
    if (!opened.ok)
      return sendOutcome(c, { ok: false, reason: opened.fault.reason, detail: opened.fault.sentence })
    const digest = createHash('sha256')
    const received = await receiveListFile(reader(c), {
      ...{ investigation, ...input, list: opened.list },
      file: { name: file.name, sha256: await digestOfFile(file), bytes: file.size },
      digest: { add: (text) => digest.update(text), end: () => digest.digest('hex') },
    })
    return sendOutcome(c, received)
  })
  return routes
}

const NO_FILE = refuse('unreadable', 'Expected a form with a “file” and “what” it is, found none.')

/** A record as `list.row`. */
function recordAsked(asked = ''): RecordAt | null {
  const cut = asked.lastIndexOf('.')
  const [list, row] = [parseId<'list'>(asked.slice(0, cut)), Number(asked.slice(cut + 1))]
  return list !== null && Number.isSafeInteger(row) && row > 0 ? { list, row } : null
}

/** After which place a page begins; the first where nothing that could be a place was asked. */
function placeAsked(c: Asking): number {
  const asked = Number(c.req.query('after') ?? '0')
  return Number.isSafeInteger(asked) && asked > 0 ? asked : 0
}

/** A file of a form, read in pieces. */
function listIn(file: File): GivenFile {
  return {
    name: file.name.slice(0, 200),
    size: file.size,
    read: async function* (from, to) {
      for await (const piece of file.slice(from, to).stream()) yield piece
    },
  }
}

async function digestOfFile(file: GivenFile): Promise<string> {
  const digest = createHash('sha256')
  for await (const piece of file.read(0, file.size)) digest.update(piece)
  return digest.digest('hex')
}
