import { Hono, type Context } from 'hono'
import type { z } from 'zod'
import { parseId, refuse, type Id, type InvestigationId, type Outcome } from '@corroborate/base'
import {
  linkWorkingCopy,
  mayDo,
  openExhibitFile,
  readExhibit,
  readExhibits,
  receiveExhibit,
  recordCustody,
  takeInFile,
  type FilesDesk,
  type FileTaken,
} from '@corroborate/casework'
import { doers } from '../act-doers.ts'
import { notFound, sendOrNotFound, sendRefusal } from '../answers.ts'
import { deskOf, type Parts, type SignedIn } from '../parts.ts'
import { comingFile } from './coming-file.ts'
import { custodyToRecord, exhibitToReceive, workingCopyToLink } from './exhibit-shapes.ts'
import { sendExhibitFile } from './send-file.ts'
import { sendCutOff, sendTaken } from './send-taken.ts'

type Asking = Context<SignedIn>

/** The addresses that take in a file of any length: they read it as it comes, and no limit of a body is set before them. */
export const FILE_UPLOADS = /^\/api\/(packages|investigations\/[^/]+\/exhibits(\/[^/]+\/working-copies)?)$/

/** Files held as evidence: what is read of them, taken in, written down and given out. */
export function exhibitRoutes(parts: Parts): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  const reader = (c: Asking) => deskOf(parts, c.var.member)
  const { doingTo } = doers(parts)
  routes.get('/investigations/:id/exhibits', async (c) => {
    const { investigation } = idsOf(c)
    return sendOrNotFound(c, investigation && (await readExhibits(reader(c), investigation)))
  })
  routes.get('/investigations/:id/exhibits/:of', async (c) => {
    const { investigation, of } = idsOf<'exhibit'>(c)
    if (!investigation || !of) return notFound(c)
    return sendOrNotFound(c, await readExhibit(reader(c), { investigation, exhibit: of }))
  })
  routes.post(
    '/investigations/:id/exhibits/:of/custody',
    doingTo<'exhibit', typeof custodyToRecord>(
      recordCustody,
      custodyToRecord,
      ({ desk, of: exhibit, ...at }, input) => recordCustody(desk, { ...at, ...input, exhibit }),
    ),
  )
  routes.post('/investigations/:id/exhibits', (c) =>
    takenIn(parts, c, {
      ...{ shape: exhibitToReceive, act: receiveExhibit },
      enter: ({ desk, investigation }, said, file) => receiveExhibit(desk, { ...said, investigation, file }),
    }),
  )
  routes.post('/investigations/:id/exhibits/:of/working-copies', (c) => {
    const { of } = idsOf<'exhibit'>(c)
    if (!of) return notFound(c)
    return takenIn(parts, c, {
      ...{ shape: workingCopyToLink, act: linkWorkingCopy },
      enter: ({ desk, investigation }, { made }, file) =>
        linkWorkingCopy(desk, { investigation, exhibit: of, made, file }),
    })
  })
  // Reading one is written down, and what writes is posted: no link of another page lets anybody read.
  routes.post('/investigations/:id/exhibit-files/:of/opening', async (c) => {
    const { investigation, of } = idsOf<'exhibit-file'>(c)
    const allowed = investigation && of && (await mayDo(reader(c), openExhibitFile, investigation))
    if (!allowed) return notFound(c)
    if (!parts.files) return sendRefusal(c, NO_FILES)
    const { reason } = await c.req.parseBody()
    const why = typeof reason === 'string' ? reason.trim().slice(0, 500) : ''
    const opened = await openExhibitFile(reader(c), {
      ...{ investigation, file: of, reason: why === '' ? 'Opened at the desk.' : why },
    })
    return opened.ok ? sendExhibitFile(c, parts.files, opened.value) : sendRefusal(c, opened)
  })
  return routes
}

interface Entering<Shape extends z.ZodType> {
  readonly shape: Shape
  readonly act: Parameters<typeof takeInFile>[2]['act']
  readonly enter: (
    at: { readonly desk: FilesDesk; readonly investigation: InvestigationId },
    said: z.output<Shape>,
    file: FileTaken,
  ) => Promise<Outcome<unknown>>
}

async function takenIn<
  Shape extends z.ZodType<{ name: string; sha256: string; sha512: string | null; sealed: boolean }>,
>(parts: Parts, c: Asking, { shape, act, enter }: Entering<Shape>): Promise<Response> {
  const { investigation } = idsOf(c)
  const asking = deskOf(parts, c.var.member)
  if (!investigation || !(await mayDo(asking, act, investigation))) return notFound(c)
  if (!parts.files) return sendRefusal(c, NO_FILES)
  const coming = comingFile(c, shape)
  if (!coming.ok) return sendRefusal(c, coming)
  const { said, bytes, body } = coming.value
  const { name, sha256, sha512, sealed } = said
  const desk = { ...asking, files: parts.files }
  const atRest = sealed ? 'as-is' : 'encrypted'
  const announced = { digests: { bytes, sha256, sha512 }, atRest } as const
  try {
    const taken = await takeInFile(
      desk,
      { investigation, name, announced, bytes: body },
      { act, enter: (file) => enter({ desk, investigation }, said, file) },
    )
    return sendTaken(c, taken)
  } catch (error) {
    return sendCutOff(c, error)
  }
}

const NO_FILES = refuse(
  'no-files',
  'This server was started without a place for files. Whoever keeps the machine has to give it one.',
)

function idsOf<Kind extends string>(c: Asking) {
  return {
    investigation: parseId<'investigation'>(c.req.param('id') ?? ''),
    of: parseId<Kind>(c.req.param('of') ?? '') satisfies Id<Kind> | null,
  }
}
