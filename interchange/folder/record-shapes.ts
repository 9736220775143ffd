import { z } from 'zod'
import { BASES } from '@corroborate/claims'
import { code, day, language, quantity, range, text, upright, when, words } from './common-shape.ts'

/** The shapes of one entry of each list in the folder, as a person writes them; unknown fields are mistakes. */

export const investigationShape = z.strictObject({
  code,
  title: words,
  notice: words,
  nature: z.enum(['public-record', 'invented', 'own']),
  thresholds: z.strictObject({
    corroborated: z.strictObject({ others: z.int().min(1).max(100) }),
    strong: z
      .strictObject({ primary: z.int().min(2).max(100), eyewitnesses: z.int().min(1).max(100) })
      .superRefine(({ primary, eyewitnesses }, context) => {
        if (eyewitnesses > primary)
          context.addIssue({
            code: 'custom',
            path: ['eyewitnesses'],
            message: `at most ${primary}, which is primary`,
          })
      }),
  }),
})

export const sourceShape = z.strictObject({
  code,
  kind: z.enum(['witness', 'document', 'media', 'physical']),
  role: z.enum([
    'former-detainee',
    'former-guard',
    'former-official',
    'judge',
    'lawyer',
    'doctor',
    'relative',
    'expert',
    'report',
    'press',
    'government',
    'recording',
    'other',
  ]),
  title: words,
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
  credibility: z.literal([1, 2, 3, 4, 5, 6]),
})

const SURE_LINKS = ['told-by', 'derived-from', 'same-recording']

export const originLinkShape = z
  .strictObject({
    from: code,
    to: code,
    kind: z.enum(['told-by', 'derived-from', 'same-recording', 'same-household', 'joint-interview']),
    decision: z.enum(['dependent', 'independent', 'undecided']).optional(),
    reason: text.nullish(),
  })
  .superRefine((link, context) => {
    if (link.from === link.to)
      context.addIssue({ code: 'custom', path: ['to'], message: `another source than ${link.from}` })
    if (SURE_LINKS.includes(link.kind) && (link.decision ?? 'dependent') !== 'dependent')
      context.addIssue({
        code: 'custom',
        path: ['decision'],
        message: `dependent: ${link.kind} leaves nothing to decide`,
      })
    if (link.decision === 'independent' && !link.reason)
      context.addIssue({
        code: 'custom',
        path: ['reason'],
        message: 'the reason why the two are held independent',
      })
  })

export const placeShape = z.strictObject({
  code,
  name: words,
  kind: z.enum(['country', 'region', 'settlement', 'facility', 'building', 'floor', 'room']),
  within: code.nullish(),
  aliases: z.array(text).optional(),
})

export const personShape = z.strictObject({
  code,
  name: words,
  part: z.enum(['alleged-perpetrator', 'official', 'victim', 'missing', 'other']),
})

export const unitShape = z.strictObject({ code, name: words, active: when.nullish() })

export const interviewShape = z.strictObject({
  code,
  witness: code,
  date: day,
  place: words,
  remote: z.boolean(),
  interviewer: text,
  interpreter: text.nullish(),
  languages: z.array(language).min(1),
  others: z.array(text).optional(),
  'prior-accounts': z.array(text).optional(),
  distress: text.nullish(),
  'referral-offered': z.boolean(),
  risk: z.strictObject({ before: text, after: text }).optional(),
})

const recipients = z.array(
  z.enum(['own-team', 'un-mechanism', 'icc', 'national-court', 'partners', 'public']),
)

export const consentShape = z
  .strictObject({
    witness: code,
    version: z.int().min(1),
    allows: z.strictObject({
      analysis: recipients.optional(),
      quotation: recipients.optional(),
      details: recipients.optional(),
      advocacy: recipients.optional(),
      recontact: recipients.optional(),
    }),
    conceal: z.array(z.enum(['name', 'voice', 'face', 'place', 'family'])).optional(),
    'explained-by': text,
    language,
    'given-at': day,
    'withdrawn-at': day.nullish(),
  })
  .superRefine((consent, context) => {
    const [given, withdrawn] = [consent['given-at'], consent['withdrawn-at']]
    if (withdrawn && withdrawn < given)
      context.addIssue({
        code: 'custom',
        path: ['withdrawn-at'],
        message: `a day not before ${given}, when it was given`,
      })
  })

export const passageShape = z.strictObject({
  code,
  text: code,
  exact: z.string().min(1).max(20_000),
  prefix: z.string().max(2_000).optional(),
  suffix: z.string().max(2_000).optional(),
})

const timesPer = z.enum(['day', 'week', 'month'])
const times = z.number().min(0).max(100_000)

/** `{ min: 1, max: 2, per: week }`, or `{ every-days: { min: 10, max: 15 } }`. */
export const rate = z
  .strictObject({
    min: times.optional(),
    max: times.gt(0).optional(),
    per: timesPer.optional(),
    'every-days': z
      .strictObject({ min: z.number().gt(0).max(36_600), max: z.number().gt(0).max(36_600) })
      .superRefine(upright)
      .optional(),
  })
  .transform((found, context) => {
    const { min, max, per, 'every-days': days } = found
    const none = min === undefined && max === undefined && per === undefined
    if (days && none) return { kind: 'every' as const, days }
    if (!days && min !== undefined && max !== undefined && per !== undefined) {
      upright({ min, max }, context)
      return { kind: 'times-per' as const, times: { min, max }, per }
    }
    context.addIssue({ code: 'custom', message: 'either min, max and per, or every-days' })
    return z.NEVER
  })

export const weekdays = z.array(z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']))

const patternShape = z.strictObject({
  rate: rate.nullish(),
  weekdays: weekdays.optional(),
  'weekday-confidence': z.enum(['always', 'usually', 'sometimes']).nullish(),
  'part-of-day': text.nullish(),
  window: when.nullish(),
  size: range.nullish(),
  exceptions: text.nullish(),
  observed: z.enum(['each', 'most', 'a-few', 'told']),
  said: text,
})

const roleShape = z.strictObject({
  part: z.enum(['perpetrator', 'victim', 'commander', 'witness', 'facility', 'instrument', 'recipient']),
  who: words,
  register: code.nullish(),
})

const basisShape = z.strictObject({
  kind: z.enum(BASES),
  chain: z.array(code).max(50).optional(),
  vantage: text.nullish(),
})

export const claimShape = z.strictObject({
  code,
  source: code,
  passages: z.array(code).min(1),
  mode: z.enum(['incident', 'pattern', 'state', 'attribution', 'negative']),
  topic: code,
  proposition: words,
  roles: z.array(roleShape).optional(),
  when: when.nullish(),
  place: code.nullish(),
  quantity: quantity.nullish(),
  pattern: patternShape.nullish(),
  basis: basisShape,
  certainty: z.enum(['certain', 'thinks', 'guesses', 'reports-without-view']),
  polarity: z.enum(['affirmed', 'denied', 'does-not-know']),
  coder: text,
  'second-coder': text.nullish(),
  status: z.enum(['accepted', 'conflict', 'work-needed']),
})

const bySomebody = z.strictObject({ by: text, reason: text })

export const findingShape = z
  .strictObject({
    code,
    kind: z.enum(['incident', 'pattern', 'state', 'quantity', 'attribution']),
    to: code.optional(),
    beneath: words.optional(),
    proposition: words,
    'claims-for': z.array(code),
    'claims-against': z.array(z.strictObject({ claim: code, dismissed: bySomebody.nullish() })).optional(),
    'standard-of-proof': z
      .enum([
        'reasonable-suspicion',
        'reasonable-grounds',
        'balance-of-probabilities',
        'clear-and-convincing',
        'beyond-reasonable-doubt',
      ])
      .nullish(),
    reasons: words.nullish(),
    signer: text.nullish(),
    version: z.int().min(1).optional(),
    elements: z.array(text).optional(),
  })
  .superRefine((finding, context) => {
    for (const field of ['to', 'beneath'] as const) {
      if (finding.kind === 'attribution' && finding[field] === undefined)
        context.addIssue({ code: 'custom', path: [field], message: WANTED[field] })
      if (finding.kind !== 'attribution' && finding[field] !== undefined)
        context.addIssue({
          code: 'custom',
          path: [field],
          message: `nothing in a finding of kind ${finding.kind}`,
        })
    }
    for (const field of ['standard-of-proof', 'reasons'] as const)
      if (finding.signer && !finding[field])
        context.addIssue({ code: 'custom', path: [field], message: 'what the signer chose and why' })
    if (finding['standard-of-proof'] && !finding.signer)
      context.addIssue({
        code: 'custom',
        path: ['signer'],
        message: 'the person who chose the standard of proof',
      })
  })

const WANTED = {
  to: 'the source that it is attributed to',
  beneath: 'what that source said, apart from that it said so',
}

/** `none`, or `{ down-to: 1000 }`. */
export const rounding = z.union(
  [z.literal('none'), z.strictObject({ 'down-to': z.int().min(1).max(1_000_000_000) })],
  {
    error: 'none, or down-to with a whole number',
  },
)

const assumptions = z.array(z.strictObject({ code, words })).min(1)

export const resolutionShape = z.strictObject({
  claims: z.tuple([code, code], { error: 'a list of two claims' }),
  prefers: code.nullish(),
  by: text,
  reason: text,
})

/** Counts by membership: `"1101": 18` are 18 people on the first, the second and the fourth list, and not on the third. */
const cells = z.record(z.string(), z.int().min(0).max(100_000_000))
const fewLists = z.array(code).min(2).max(12)
/** A whole number is a number to YAML. */
const seed = z.union([text, z.int().transform(String)], { error: 'a seed: any text' })

/** A question asked of lists of the investigation that a linkage ties together, or of a table that somebody counted. */
export const listEstimateShape = z
  .strictObject({
    code,
    question: words,
    unit: words,
    lists: z
      .strictObject({
        linkage: code,
        of: fewLists,
        strata: z
          .array(z.strictObject({ name: text, columns: z.record(code, text) }))
          .max(4)
          .optional(),
      })
      .optional(),
    table: z
      .strictObject({
        lists: z.array(text).min(2).max(12),
        source: words,
        cells: cells.optional(),
        strata: z.record(text, cells).optional(),
      })
      .superRefine((table, context) => {
        if ((table.cells === undefined) === (table.strata === undefined))
          context.addIssue({ code: 'custom', message: 'either cells, or strata each with its cells' })
      })
      .optional(),
    rounding,
    assumptions,
    seed,
  })
  .superRefine((estimate, context) => {
    if ((estimate.lists === undefined) === (estimate.table === undefined))
      context.addIssue({ code: 'custom', message: 'either lists or table' })
  })

export const listShape = z.strictObject({ code, title: words, holder: text })

/** Who held which rows of the lists to be one person, and how; the links stand in `linkages/<code>.csv`. */
export const linkageShape = z.strictObject({ code, title: words, 'made-by': words })

const stretch = { start: z.int().min(0), end: z.int().min(0) }
const milliseconds = z.int().min(0).nullable()
const turnPiece = z.strictObject({
  ...{ ...stretch, from: milliseconds, to: milliseconds },
  doubt: z
    .strictObject({
      kind: z.enum(['low-confidence', 'no-speech', 'repeats']),
      share: z.number().min(0).max(1).nullable(),
    })
    .nullable(),
})

export const textShape = z.strictObject({
  code,
  source: code,
  title: words,
  language,
  kind: z.enum(['transcript', 'summary', 'translation']),
  'translation-of': code.nullish(),
  version: z.int().min(1).optional(),
  /** Who speaks: their turns are the lines that begin with `W01: `. */
  speakers: z.array(text.max(80)).max(200).optional(),
  /** Turns by positions, where no such labels stand in the body. */
  turns: z
    .array(
      z.strictObject({
        ...stretch,
        speaker: text.max(80).nullable(),
        direction: z.enum(['ltr', 'rtl']).exactOptional(),
        pieces: z.array(turnPiece).max(200_000).exactOptional(),
      }),
    )
    .max(100_000)
    .optional(),
  'read-from': z.strictObject({ file: text, sha256: text, form: text, machine: text.nullable() }).optional(),
})

export const reportShape = z.strictObject({
  language: z.enum(['en', 'ar']),
  title: text,
  subtitle: text.nullish(),
  authors: z.array(text).min(1),
  dated: day,
})
