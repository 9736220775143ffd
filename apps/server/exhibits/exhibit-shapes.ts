import { z } from 'zod'
import { CUSTODY_KINDS, GENERATIONS } from '@corroborate/testimony'
import { chosenCode, id, text, words } from '../act-shapes.ts'

const short = text.max(500)
const digest = (letters: number) =>
  z.string().regex(new RegExp(`^[0-9a-f]{${letters}}$`), { error: `${letters} hexadecimal digits` })

/** What is said of a file before it comes. One that was sealed in the browser is digested and kept as it was sealed. */
const announced = {
  ...{ name: z.string().min(1).max(1_000), sha256: digest(64), sha512: digest(128).nullable() },
  sealed: z.boolean().default(false),
}

/** Both digests, unless it is sealed: then what its author signed tells of every byte whether it is the one that was sealed (decision 93). */
const isDigested = ({ sealed, sha512 }: { readonly sealed: boolean; readonly sha512: string | null }) =>
  sealed || sha512 !== null
const ASKED = { error: '128 hexadecimal digits', path: ['sha512'] }

const collected = z.strictObject({
  actor: short,
  at: z.string().max(40),
  place: short.nullable(),
  reason: short,
})

export const exhibitToReceive = z
  .strictObject({
    ...{ ...announced, code: chosenCode, title: words, source: id<'source'>().nullable() },
    ...{ generation: z.enum(GENERATIONS), whereabouts: short.nullable(), collected: collected.nullable() },
  })
  .refine(isDigested, ASKED)

export const workingCopyToLink = z
  .strictObject({
    ...announced,
    made: z.strictObject({ from: id<'exhibit-file'>(), tool: short, toolVersion: short, changes: short }),
  })
  .refine(isDigested, ASKED)

export const custodyToRecord = z.strictObject({
  ...{ file: id<'exhibit-file'>().nullable(), kind: z.enum(CUSTODY_KINDS), actor: short, reason: short },
  ...{ recipient: short.nullable(), at: z.string().max(40), place: short.nullable() },
})
