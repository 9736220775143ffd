import type { Proposal } from '../proposal.ts'
import { proposalsFrom } from '../proposals-from.ts'
import type { Labelled } from './labelled.ts'

/** How many of what was proposed were right, and of what was there were found: kind, value and exact words all alike. */
export interface Accuracy {
  readonly proposed: number
  readonly expected: number
  readonly right: number
  readonly wrong: readonly string[]
}

/** Holds the proposals of labelled sentences against their labels; with a kind, of that kind only. */
export function accuracyOn(sentences: readonly Labelled[], kind: string | null = null): Accuracy {
  const ofKind = (label: string) => kind === null || label.startsWith(`${kind} `)
  const held = sentences.map(({ text, expected }) => {
    const found = proposalsFrom(text).map(labelOf).filter(ofKind)
    const asked = expected.filter(ofKind)
    const right = found.filter((label) => asked.includes(label)).length
    const wrong = [
      ...found.filter((label) => !asked.includes(label)).map((label) => `proposed ${label}`),
      ...asked.filter((label) => !found.includes(label)).map((label) => `missed ${label}`),
    ]
    return {
      proposed: found.length,
      expected: asked.length,
      right,
      wrong: wrong.map((one) => `${one} | ${text}`),
    }
  })
  const sum = (of: (one: (typeof held)[number]) => number) => held.reduce((total, one) => total + of(one), 0)
  return {
    proposed: sum((one) => one.proposed),
    expected: sum((one) => one.expected),
    right: sum((one) => one.right),
    wrong: held.flatMap((one) => one.wrong),
  }
}

function labelOf(proposal: Proposal): string {
  return `${proposal.kind} ${valueOf(proposal)} = ${proposal.exact}`
}

function valueOf(proposal: Proposal): string {
  switch (proposal.kind) {
    case 'quantity': {
      const { value, unit } = proposal
      return value === null
        ? `open ${unit}`
        : `${value.min}..${value.max} ${unit} ${value.per === 'all' ? 'all' : 'each'}`
    }
    case 'rate': {
      const { value } = proposal
      return value.kind === 'every'
        ? `every ${value.days.min}..${value.days.max}`
        : `${value.times.min}..${value.times.max}/${value.per}`
    }
    case 'weekdays':
      return `${proposal.value.weekdays.join(',')} ${proposal.value.weekdayConfidence ?? '-'}`
    case 'time':
    case 'window':
      return proposal.value?.edtf ?? '-'
    case 'basis':
      return proposal.value.kind
    case 'part-of-day':
    case 'role':
    case 'polarity':
    case 'certainty':
      return proposal.value
  }
}
