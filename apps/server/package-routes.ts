import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { z } from 'zod'
import { parseId } from '@corroborate/base'
import { makePackage } from '@corroborate/casework'
import { writeTar, type PackagePlan } from '@corroborate/interchange'
import { RECIPIENTS } from '@corroborate/testimony'
import { id, MANY } from './act-shapes.ts'
import { notFound, sendRefusal } from './answers.ts'
import { bodyAs } from './json-body.ts'
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
 * Makes a package and sends it as one tar file, as it is read: it is entered in the ledger before its first byte leaves, and never held
 * whole. 422 where nobody here signs, or where nothing may be given.
 */
export function packageRoutes(parts: Parts): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  routes.post('/investigations/:id/packages', async (c) => {
    const investigation = parseId<'investigation'>(c.req.param('id'))
    if (investigation === null) return notFound(c)
    const asked = await bodyAs(c, packageToMake)
    if (!asked.ok) return sendRefusal(c, asked)
    const { signing } = parts
    if (signing === null) return sendRefusal(c, NOBODY_SIGNS)
    const script = await readFile(VERIFIER, 'utf8')
    const plan = await makePackage(deskOf(parts, c.var.member.id), {
      investigation,
      ...asked.value,
      signing,
      script,
    })
    if (!plan.ok) return sendRefusal(c, plan)
    const top = `package-${plan.value.id.slice(0, 16)}`
    return c.body(streamOf(plan.value, top), 200, {
      'Content-Type': 'application/x-tar',
      'Content-Disposition': `attachment; filename="${top}.tar"`,
    })
  })
  return routes
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
