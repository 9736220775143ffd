import type { Context } from 'hono'
import type { z } from 'zod'
import { parseId, type Id, type InvestigationId, type Outcome } from '@corroborate/base'
import type { Desk } from '@corroborate/casework'
import { notFound, sendOutcome, sendRefusal } from './answers.ts'
import { bodyAs } from './json-body.ts'
import { deskOf, type Parts, type SignedIn } from './parts.ts'

type Asking = Context<SignedIn>

/** Who acts, in which investigation. */
interface At {
  readonly desk: Desk
  readonly investigation: InvestigationId
}

export type Doers = ReturnType<typeof doers>

/** How a route hands over to an act: the ids of its address and the body of its request, both read. */
export function doers(parts: Parts) {
  const doing =
    <Shape extends z.ZodType>(
      shape: Shape,
      run: (at: At, input: z.output<Shape>) => Promise<Outcome<unknown>>,
    ) =>
    async (c: Asking): Promise<Response> => {
      const investigation = parseId<'investigation'>(c.req.param('id') ?? '')
      if (investigation === null) return notFound(c)
      const input = await bodyAs(c, shape)
      if (!input.ok) return sendRefusal(c, input)
      return sendOutcome(c, await run({ desk: deskOf(parts, c.var.member.id), investigation }, input.value))
    }
  const doingTo =
    <Kind extends string, Shape extends z.ZodType>(
      shape: Shape,
      run: (at: At & { readonly of: Id<Kind> }, input: z.output<Shape>) => Promise<Outcome<unknown>>,
    ) =>
    async (c: Asking): Promise<Response> => {
      const of = parseId<Kind>(c.req.param('of') ?? '')
      return of === null ? notFound(c) : doing(shape, (at, input) => run({ ...at, of }, input))(c)
    }
  return { doing, doingTo }
}
