import { valueOf } from '@corroborate/base'
import * as acts from '../acts.ts'
import { plainClaim, type House } from './house.ts'
import { receivedExhibit } from './small-exhibit.ts'

const STRETCH = { start: 62, end: 82 }
const said = { within: null, key: null, memo: null }

/** A code of its own for each trial. */
export async function codeIn({ desk, investigation }: House, name = 'Hunger') {
  const code = valueOf(await acts.makeCode(desk, { investigation, name: { en: name }, ...said }))
  return { investigation, code }
}

async function coded(house: House) {
  const { investigation, code } = await codeIn(house)
  const at = { investigation, text: house.text, code, ...STRETCH }
  const passage = valueOf(await acts.codePassage(house.desk, { ...at, memo: null }))
  return { at, passage }
}

/** Somebody else who codes in the house. */
export async function secondReader({ operator, investigation, desk }: House) {
  const member = valueOf(await acts.enrolMember(operator, { name: 'C. Reader' }))
  for (const role of ['researcher', 'reviewer'] as const)
    valueOf(await acts.grantRole(operator, { investigation, member, role }))
  return { ...desk, member }
}

/** A text that a machine wrote down, in other words each time. */
async function ofMachine({ desk, investigation, witness: source }: House) {
  const words = `Heard ${Math.random()}`
  const spoken = [{ speaker: null, pieces: [{ words, paragraph: true, from: 0, to: 900, doubt: null }] }]
  const text = valueOf(
    await acts.addText(desk, {
      ...{ investigation, source, code: null, title: { en: 'x' }, language: 'en', kind: 'transcript' },
      ...{ translationOf: null, spoken },
      readFrom: { file: 'x.json', sha256: 'a'.repeat(64), form: 'openai-whisper', machine: 'Whisper' },
    }),
  )
  return { investigation, text }
}

const CORRECTION = { start: 0, end: 5, words: 'Hurt' }

/** A passage whose words were corrected, and the new version. */
async function leftBehind(house: House) {
  const { investigation, text } = await ofMachine(house)
  const at = { investigation, text, start: 0, end: 5, code: null }
  const { id: passage } = valueOf(await acts.markPassage(house.desk, at))
  const corrected = valueOf(
    await acts.correctText(house.desk, { investigation, text, corrections: [CORRECTION] }),
  )
  return { investigation, passage, text: corrected.text, start: 0, end: 4 }
}

async function fileIn({ desk, investigation }: House) {
  return (await receivedExhibit(desk, investigation)).file
}

/** A text of one turn, about to be translated. */
async function translating(house: House) {
  const { investigation, text: original } = await ofMachine(house)
  return { investigation, original, language: 'ar', turns: [`سُمع ${Math.random()}`] }
}

/** A translation that came as a text of its own. */
async function translated({ desk, investigation, text: translationOf, witness: source }: House) {
  const text = valueOf(
    await acts.addText(desk, {
      ...{ investigation, source, code: null, title: { en: 'x' }, language: 'ar', kind: 'translation' },
      ...{ translationOf, content: `W1: ${Math.random()}`, speakers: ['W1'] },
    }),
  )
  return { investigation, text }
}

/** How the acts of coding and of second reading are tried: see laws.test.ts. */
export const CODING_TRIALS = {
  'translation.made': {
    valid: translating,
    refused: async (house: House) => ({ ...(await translating(house)), language: 'en' }),
    reason: 'same-language',
    // The text that is made has one of its own.
    lines: 2,
  },
  'translation.aligned': {
    valid: translated,
    refused: async (house: House) => {
      const at = await translated(house)
      valueOf(await acts.alignTranslation(house.desk, at))
      return at
    },
    reason: 'aligned-before',
  },
  'translation.advanced': {
    valid: async (house: House) => {
      const text = valueOf(await acts.makeTranslation(await secondReader(house), await translating(house)))
      return { investigation: house.investigation, text, to: 'revised' }
    },
    refused: async (house: House) => {
      const text = valueOf(await acts.makeTranslation(house.desk, await translating(house)))
      return { investigation: house.investigation, text, to: 'revised' }
    },
    reason: 'same-person',
  },
  'text.corrected': {
    valid: async (house: House) => ({ ...(await ofMachine(house)), corrections: [CORRECTION] }),
    refused: async (house: House) => ({
      ...(await ofMachine(house)),
      corrections: [{ start: 0, end: 5, words: 'Heard' }],
    }),
    reason: 'nothing-changed',
  },
  'passage.placed': {
    valid: leftBehind,
    refused: ({ investigation, passage, text }: House) => ({
      ...{ investigation, passage, text, start: 25, end: 60 },
    }),
    reason: 'not-left-behind',
  },
  'recording.tied': {
    valid: async (house: House) => ({ ...(await ofMachine(house)), file: await fileIn(house) }),
    refused: async (house: House) => {
      const at = { ...(await ofMachine(house)), file: await fileIn(house) }
      valueOf(await acts.tieRecording(house.desk, at))
      return at
    },
    reason: 'its-recording',
  },
  'words.heard': {
    valid: async (house: House) => ({ ...(await ofMachine(house)), start: 0, end: 4 }),
    refused: ({ investigation, text }: House) => ({ investigation, text, start: 0, end: 4 }),
    reason: 'not-of-a-machine',
  },
  'code.made': {
    valid: ({ investigation }: House) => ({ investigation, name: { en: 'Hunger' }, ...said }),
    refused: ({ investigation }: House) => ({ investigation, name: { en: 'Hunger' }, ...said, key: 'm' }),
    reason: 'key-reserved',
  },
  'code.revised': {
    valid: async (house: House) => ({ ...(await codeIn(house)), name: { en: 'Thirst' }, ...said }),
    refused: async (house: House) => {
      const at = await codeIn(house)
      return { ...at, name: { en: 'Thirst' }, ...said, within: at.code }
    },
    reason: 'within-itself',
  },
  'codes.merged': {
    valid: async (house: House) => ({ ...(await codeIn(house)), into: (await codeIn(house, 'Food')).code }),
    refused: async (house: House) => {
      const at = await codeIn(house)
      return { ...at, into: at.code }
    },
    reason: 'itself',
  },
  'code.split': {
    valid: async (house: House) => {
      const { at, passage } = await coded(house)
      const codings = [{ passage, coder: house.member }]
      return {
        investigation: at.investigation,
        code: at.code,
        name: { en: 'x' },
        key: null,
        memo: null,
        codings,
      }
    },
    refused: async (house: House) => ({
      ...(await codeIn(house)),
      ...{ name: { en: 'x' }, key: null, memo: null, codings: [] },
    }),
    reason: 'nothing-to-part',
  },
  'passage.coded': {
    valid: async (house: House) => ({
      ...{ ...(await codeIn(house)), text: house.text, memo: null, start: 25, end: 60 },
    }),
    refused: async (house: House) => ({ ...(await coded(house)).at, memo: null }),
    reason: 'coded-before',
  },
  'coding.undone': {
    valid: async (house: House) => (await coded(house)).at,
    refused: async (house: House) => {
      const { at } = await coded(house)
      valueOf(await acts.undoCoding(house.desk, at))
      return at
    },
    reason: 'not-found',
  },
  'codings.opened': {
    valid: async (house: House) => ({ investigation: house.investigation, text: await freshText(house) }),
    refused: async (house: House) => {
      const at = { investigation: house.investigation, text: await freshText(house) }
      valueOf(await acts.openCodings(house.desk, at))
      return at
    },
    reason: 'opened-before',
  },
  'passage.unmarked': {
    valid: async (house: House) => {
      const at = { investigation: house.investigation, text: await freshText(house), start: 0, end: 4 }
      valueOf(await acts.markPassage(house.desk, { ...at, code: null }))
      return at
    },
    refused: ({ investigation, text }: House) => ({ investigation, text, start: 25, end: 60 }),
    reason: 'carries-something',
  },
  'claim.reviewed': {
    valid: async (house: House) => ({
      investigation: house.investigation,
      claim: await claimOfAnother(house),
      ...{ verdict: 'conflict', words: 'It was a Tuesday.' },
    }),
    refused: ({ investigation, claim }: House) => ({
      investigation,
      claim,
      verdict: 'accepted',
      words: null,
    }),
    reason: 'own-claim',
  },
}

async function freshText({ desk, investigation, witness }: House) {
  return valueOf(
    await acts.addText(desk, {
      ...{ investigation, source: witness, content: 'More was said.', code: null, title: { en: 'More' } },
      ...{ language: 'en', kind: 'transcript', translationOf: null, speakers: [] },
    }),
  )
}

async function claimOfAnother(house: House) {
  const { investigation, witness, passage } = house
  const stated = { ...plainClaim, investigation, source: witness, passages: [passage] } as const
  return valueOf(await acts.stateClaim(await secondReader(house), stated))
}
