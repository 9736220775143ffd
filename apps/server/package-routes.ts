import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { z } from 'zod'
import { parseId } from '@corroborate/base'
import {
  decideConflict,
  makePackage,
  mayDo,
  readConflicts,
  readPackages,
  settleAndEnter,
  takePackageIn,
  type StampHead,
} from '@corroborate/casework'
import { readVerifierKey } from '@corroborate/ledger'
import { readTar, writeTar, type PackagePlan } from '@corroborate/interchange'
import { RECIPIENTS } from '@corroborate/testimony'
import { doers } from './act-doers.ts'
import { id, MANY, text } from './act-shapes.ts'
import { notFound, sendOrNotFound, sendRefusal } from './answers.ts'
import { patiently } from './exhibits/coming-file.ts'
import { sendCutOff, sendTaken } from './exhibits/send-taken.ts'
import { bodyAs } from './json-body.ts'
import { askAuthority, stampHead } from './time-stamps/ask-authorities.ts'
import { deskOf, type Parts, type SignedIn } from './parts.ts'

const recipient = z.enum(RECIPIENTS).exclude(['own-team'])

const packageToMake = z.strictObject({
  scope: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('investigation') }),
    z.strictObject({ kind: z.literal('report'), report: id<'report'>() }),
    z.strictObject({
      kind: z.literal('request'),
      recipient,
      findings: z.array(id<'finding'>()).min(1).max(MANY),
    }),
  ]),
})

/** The verifier that goes with every package: the file as it lies in the program. */
const VERIFIER = new URL('../../verifier/verify.mjs', import.meta.url)

/**
 * Makes packages, takes them in, and has decided what differs.
 * One is sent as one tar file, as it is read: it is entered in the ledger before its first byte leaves, and never held
 * whole. 422 where nobody here signs, or where nothing may be given.
 */
export function packageRoutes(parts: Parts): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  routes.post('/investigations/:id/packages', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    const desk = deskOf(parts, c.var.member)
    if (investigation === null || !(await mayDo(desk, settleAndEnter, investigation))) return notFound(c)
    const asked = await bodyAs(c, packageToMake)
    if (!asked.ok) return sendRefusal(c, asked)
    const { signing, files } = parts
    if (signing === null) return sendRefusal(c, NOBODY_SIGNS)
    const script = await readFile(VERIFIER, 'utf8')
    const plan = await makePackage(
      desk,
      { investigation, ...asked.value, signing, script, files },
      stamping(parts),
    )
    if (!plan.ok) return sendRefusal(c, plan)
    const top = `package-${plan.value.id.slice(0, 16)}`
    return c.body(streamOf(plan.value, top), 200, {
      'Content-Type': 'application/x-tar',
      'Content-Disposition': `attachment; filename="${top}.tar"`,
    })
  })
  routes.post('/packages', async (c) => {
    const key = readVerifierKey(c.req.query('key') ?? '')
    const { body } = c.req.raw
    if (!key.ok || body === null) return sendRefusal(c, UNREADABLE)
    const policy = { logs: [key.value], witnesses: [], quorum: { kind: 'none' } } as const
    const desk = { ...deskOf(parts, c.var.member), files: parts.files }
    try {
      return sendTaken(c, await takePackageIn(desk, { items: readTar(patiently(body)), policy }))
    } catch (error) {
      return sendCutOff(c, error)
    }
  })
  routes.get('/investigations/:id/packages', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    if (investigation === null) return notFound(c)
    const reader = { ...deskOf(parts, c.var.member), signing: parts.signing }
    return sendOrNotFound(c, await readPackages(reader, investigation))
  })
  routes.get('/investigations/:id/conflicts', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    if (investigation === null) return notFound(c)
    return sendOrNotFound(c, await readConflicts(deskOf(parts, c.var.member), investigation))
  })
  routes.post(
    '/investigations/:id/conflicts/decided',
    doers(parts).doing(decideConflict, conflictToDecide, ({ desk, ...at }, input) =>
      decideConflict(desk, { ...at, ...input }),
    ),
  )
  return routes
}

const conflictToDecide = z.strictObject({
  ...{ kind: text, record: text, sha256: z.string().regex(/^[0-9a-f]{64}$/) },
  ...{ choice: z.enum(['ours', 'theirs']), reason: text },
})

const UNREADABLE = {
  ok: false,
  reason: 'unreadable',
  detail: 'A package comes as a tar file, and “key” in the address is the key of whoever signed it.',
} as const

/** One authority that is away is told to whoever keeps the machine, and holds up no package. */
function stamping({ authorities, store: { db }, random, clock, report }: Parts): StampHead {
  return async (head) => {
    for (const sentence of await stampHead({ db, authorities, ask: askAuthority, random, clock }, head))
      report(sentence)
  }
}

const NOBODY_SIGNS = {
  ok: false,
  reason: 'nobody-signs',
  detail: 'This process does not sign the ledger, and a package is signed. Ask the one that does.',
} as const

/** Read on only as fast as whoever receives it takes it. */
function streamOf({ files }: PackagePlan, top: string): ReadableStream<Uint8Array> {
  const chunks = writeTar(files.map((file) => ({ ...file, name: `${top}/${file.name}` })))
  return new ReadableStream({
    pull: async (to) => {
      const step = await chunks.next()
      if (step.done === true) to.close()
      else to.enqueue(step.value)
    },
    cancel: async () => {
      await chunks.return(undefined)
    },
  })
}
