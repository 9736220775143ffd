import {
  derivedId,
  digestOf,
  type ClaimId,
  type FindingId,
  type PassageId,
  type SourceId,
  type TextId,
} from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { USUAL_THRESHOLDS, type Finding } from '@corroborate/findings'
import type { Investigation } from '@corroborate/report'
import type { Passage, Source, Text } from '@corroborate/testimony'

export interface Size {
  readonly code: string
  readonly witnesses: number
  readonly passagesEach: number
}

const TOPICS = ['group-size', 'window', 'weekday', 'place', 'order']

/**
 * An invented investigation of any size, the same each time: every witness has one text, every passage of it carries one
 * claim, ten claims carry a finding. The first finding has a claim against it.
 */
export function invented(size: Size): Investigation {
  const witnesses = Array.from({ length: size.witnesses }, (_, i) => witness(size, i))
  const texts = witnesses.map((source, i) => text(size, source.id, i))
  const passages = texts.flatMap((one) => passagesOf(size, one))
  const claims = passages.map((passage, i) => claim(size, passage, { i, texts }))
  const id = derivedId('investigation', size.code)
  return {
    id,
    code: size.code,
    title: { en: 'An invented prison', ar: 'سجن متخيَّل' },
    notice: { en: 'Invented, for tests.' },
    nature: 'invented',
    thresholds: USUAL_THRESHOLDS,
    sources: witnesses,
    originLinks: [],
    interviews: [],
    consents: [],
    places: places(size),
    persons: [],
    units: [],
    lists: [],
    linkages: [],
    texts,
    passages,
    claims,
    resolutions: [],
    findings: Array.from({ length: Math.floor(claims.length / 10) }, (_, i) => finding(size, claims, i)),
    estimates: [],
    runs: [],
    reports: [
      {
        id: derivedId('report', size.code),
        code: 'main',
        locale: 'en',
        title: 'An invented report',
        subtitle: null,
        authors: [],
        dated: '2026-01-01',
        blocks: [],
      },
    ],
  }
}

function witness(size: Size, i: number): Source {
  const id: SourceId = derivedId('source', size.code, String(i))
  const code = `W${String(i).padStart(4, '0')}`
  return {
    id,
    code,
    kind: i === 1 ? 'document' : 'witness',
    role: 'other',
    title: { en: `Witness ${code}`, ar: `الشاهد ${code}` },
    reliability: 'F',
    credibility: 6,
  }
}

function text(size: Size, source: SourceId, i: number): Text {
  const content = Array.from({ length: size.passagesEach }, (_, j) => sentence(i, j)).join('')
  const id: TextId = derivedId('text', size.code, String(i))
  return {
    id,
    code: `T${String(i).padStart(4, '0')}`,
    source,
    title: { en: `Interview ${i}`, ar: `مقابلة ${i}` },
    language: i % 2 ? 'ar' : 'en',
    kind: 'transcript',
    translationOf: null,
    version: 1,
    content,
    sha256: digestOf(content),
    turns: [{ speaker: 'witness', start: 0, end: Array.from(content).length }],
  }
}

function sentence(text: number, passage: number): string {
  return `Sentence ${passage} of invented text ${text}, which says كلمات في لغتين and is as long as such sentences are. `
}

function passagesOf(size: Size, text: Text): readonly Passage[] {
  const number = Number(text.code.slice(1))
  let start = 0
  return Array.from({ length: size.passagesEach }, (_, i) => {
    const exact = sentence(number, i)
    const id: PassageId = derivedId('passage', size.code, text.code, String(i))
    const passage: Passage = {
      id,
      code: `${text.code}.${i}`,
      text: text.id,
      sha256: text.sha256,
      start,
      end: start + Array.from(exact).length,
      exact,
      prefix: 'before',
      suffix: 'after',
    }
    start = passage.end
    return passage
  })
}

function claim(
  size: Size,
  passage: Passage,
  at: { readonly i: number; readonly texts: readonly Text[] },
): Claim {
  const id: ClaimId = derivedId('claim', size.code, String(at.i))
  const source = at.texts.find((text) => text.id === passage.text)?.source
  if (!source) throw new Error('a passage of no text')
  return {
    id,
    code: `C${String(at.i).padStart(6, '0')}`,
    source,
    passages: [passage.id],
    mode: 'pattern',
    topic: TOPICS[at.i % TOPICS.length] ?? 'order',
    proposition: { en: `Claim ${at.i}`, ar: `ادعاء ${at.i}` },
    roles: [],
    when: { edtf: '2013-05', said: null, earliest: '2013-05-01', latest: '2013-05-31' },
    place: derivedId('place', size.code, 'room'),
    quantity: {
      min: 20,
      max: 50,
      best: null,
      said: '20 to 50',
      unit: 'people',
      how: 'estimated',
      per: 'occasion',
    },
    pattern: null,
    basis: { kind: 'saw', chain: [], vantage: null },
    certainty: 'certain',
    polarity: 'affirmed',
    coder: 'a coder',
    secondCoder: null,
    status: 'accepted',
  }
}

function places(size: Size): Investigation['places'] {
  const place = (code: string, kind: 'country' | 'facility' | 'room', within: string | null) => ({
    id: derivedId('place', size.code, code),
    code,
    name: { en: code },
    kind,
    within: within === null ? null : derivedId('place', size.code, within),
    aliases: [],
  })
  return [
    place('room', 'room', 'prison'),
    place('prison', 'facility', 'country'),
    place('country', 'country', null),
  ]
}

function finding(size: Size, claims: readonly Claim[], i: number): Finding {
  const mine = claims.slice(i * 10, i * 10 + 10)
  const id: FindingId = derivedId('finding', size.code, String(i))
  const against = i === 0 ? mine.slice(9) : []
  return {
    id,
    code: `F${String(i).padStart(4, '0')}`,
    kind: { kind: 'pattern' },
    proposition: { en: `Finding ${i}` },
    claimsFor: mine.slice(0, 10 - against.length).map((one) => one.id),
    claimsAgainst: against.map((one) => ({ claim: one.id, dismissed: null })),
    standardOfProof: null,
    reasons: null,
    signer: null,
    version: 1,
    elements: [],
  }
}
