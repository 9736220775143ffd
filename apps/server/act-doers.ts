import type { Context } from 'hono'
import type { z } from 'zod'
import { parseId, type Id, type InvestigationId, type MemberId, type Outcome } from '@corroborate/base'
import { mayDo, type Act, type Desk } from '@corroborate/casework'
import { nothing } from './act-shapes.ts'
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

/** Which act a route is for. */
type For = Pick<Act<never, unknown, string>, 'permission'>

/**
 * How a route hands over to an act: the ids of its address and the body of its request, both read. Who may not do it is told so before
 * a byte of the body is looked at: not even a fault in it answers somebody to whom nothing is here.
 */
export function doers(parts: Parts) {
  const doing =
    <Shape extends z.ZodType>(
      act: For,
      shape: Shape,
      run: (at: At, input: z.output<Shape>) => Promise<Outcome<unknown>>,
    ) =>
    async (c: Asking): Promise<Response> => {
      const investigation = parseId<'investigation'>(c.req.param('id') ?? '')
      const desk = deskOf(parts, c.var.member)
      if (investigation === null || !(await mayDo(desk, act, investigation))) return notFound(c)
      const input = await bodyAs(c, shape)
      if (!input.ok) return sendRefusal(c, input)
      return sendOutcome(c, await run({ desk, investigation }, input.value))
    }
  const doingTo =
    <Kind extends string, Shape extends z.ZodType>(
      act: For,
      shape: Shape,
      run: (at: At & { readonly of: Id<Kind> }, input: z.output<Shape>) => Promise<Outcome<unknown>>,
    ) =>
    async (c: Asking): Promise<Response> => {
      const of = parseId<Kind>(c.req.param('of') ?? '')
      return of === null ? notFound(c) : doing(act, shape, (at, input) => run({ ...at, of }, input))(c)
    }
  return { doing, doingTo }
}

/** What a member does about themselves, in no investigation. */
export function ofOneself<Shape extends z.ZodType>(
  parts: Parts,
  shape: Shape,
  run: (desk: Desk, input: z.output<Shape>) => Promise<Outcome<unknown>>,
) {
  return async (c: Asking): Promise<Response> => {
    const input = await bodyAs(c, shape)
    return input.ok
      ? sendOutcome(c, await run(deskOf(parts, c.var.member), input.value))
      : sendRefusal(c, input)
  }
}

/** What is done to the house, by whom its act admits: to everybody else nothing is here. */
export function inHouse<Shape extends z.ZodType>(
  parts: Parts,
  { act, shape }: { readonly act: For; readonly shape: Shape },
  run: (desk: Desk, input: z.output<Shape>) => Promise<Outcome<unknown>>,
) {
  return async (c: Asking): Promise<Response> =>
    (await mayDo(deskOf(parts, c.var.member), act, 'house')) ? ofOneself(parts, shape, run)(c) : notFound(c)
}

/** The same to one member, of whom nothing has to be said but who it is. */
export function toMember(
  parts: Parts,
  act: For & ((desk: Desk, input: { readonly member: MemberId }) => Promise<Outcome<unknown>>),
) {
  return async (c: Asking): Promise<Response> => {
    const member = parseId<'member'>(c.req.param('of') ?? '')
    if (member === null) return notFound(c)
    return inHouse(parts, { act, shape: nothing }, (desk) => act(desk, { member }))(c)
  }
}
