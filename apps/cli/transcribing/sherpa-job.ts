import type { MachineSegment } from '@corroborate/interchange'
import { z } from 'zod'

/** What the process that holds sherpa-onnx is told. */
export const sherpaJob = z.object({
  /** The folder of the user's own sherpa-onnx-node. */
  module: z.string(),
  recogniser: z.looseObject({}),
  /** Null where pieces are cut at silence. */
  vad: z.looseObject({}).nullable(),
  wave: z.object({
    ...{ path: z.string(), channels: z.number(), rate: z.number(), offset: z.number(), bytes: z.number() },
  }),
})
export type SherpaJob = z.output<typeof sherpaJob>

/** What it answers, once, if it lives so long. */
export type SherpaAnswer =
  | { readonly kind: 'fault'; readonly reason: 'no-engine' | 'engine-failed'; readonly sentence: string }
  | {
      readonly kind: 'heard'
      readonly version: string | null
      readonly language: string | null
      readonly segments: readonly MachineSegment[]
    }

const segment = z.object({
  ...{ start: z.number(), end: z.number(), text: z.string(), avg_logprob: z.number().nullable() },
})
export const sherpaAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fault'),
    reason: z.enum(['no-engine', 'engine-failed']),
    sentence: z.string(),
  }),
  z.object({
    kind: z.literal('heard'),
    ...{ version: z.string().nullable(), language: z.string().nullable(), segments: z.array(segment) },
  }),
]) satisfies z.ZodType<SherpaAnswer>
