import { derivedId, valueOf } from '@corroborate/base'
import * as acts from '../acts.ts'
import type { House } from './house.ts'
import { FILE_TAKEN, receivedExhibit } from './small-exhibit.ts'
import { at, operator, type Trials } from './trial.ts'

const exhibit = {
  ...{ code: null, title: { en: 'A photograph' }, source: null, generation: 'copy', whereabouts: null },
  collected: { actor: 'A. Researcher', at: '2026-01-02', place: null, reason: 'Handed over by its maker.' },
}
const MADE = { tool: 'convert', toolVersion: '7.1', changes: 'Made smaller.' }
const CHECK = {
  ...{ startedAt: '2026-01-05T11:00:00.000Z', endedAt: '2026-01-05T12:00:00.000Z', files: 1, bytes: 3 },
  faults: [],
}

async function copyOf({ desk, investigation }: House) {
  const { exhibit: id, file: from } = await receivedExhibit(desk, investigation)
  return { investigation, exhibit: id, made: { ...MADE, from }, file: FILE_TAKEN }
}

async function transferred({ desk, investigation }: House) {
  const { exhibit: id } = await receivedExhibit(desk, investigation)
  return {
    ...{ investigation, exhibit: id, file: null, kind: 'transferred', actor: 'A. Researcher' },
    ...{ recipient: null, at: '2026-01-04', place: null, reason: 'To have it looked at.' },
  }
}

/** How files held as evidence are tried. */
export const EXHIBIT_TRIALS: Trials = {
  'exhibit.received': {
    valid: at(() => ({ ...exhibit, file: FILE_TAKEN })),
    refused: at(() => ({ ...exhibit, file: FILE_TAKEN, collected: { ...exhibit.collected, reason: ' ' } })),
    reason: 'no-reason',
    lines: 2,
  },
  'working-copy.linked': {
    valid: (h) => copyOf(h),
    refused: async (h) => ({ ...(await copyOf(h)), made: (await copyOf(h)).made }),
    reason: 'of-another-exhibit',
    lines: 2,
  },
  'custody.recorded': {
    valid: async (h) => ({ ...(await transferred(h)), recipient: 'An expert' }),
    refused: (h) => transferred(h),
    reason: 'no-recipient',
  },
  'exhibit.opened': {
    valid: async ({ desk, investigation }) => {
      const { file } = await receivedExhibit(desk, investigation)
      return { investigation, file, reason: 'To read it.' }
    },
    refused: async ({ desk, operator, investigation }) => {
      const { file } = await receivedExhibit(desk, investigation)
      const check = { ...CHECK, faults: [{ kind: 'missing', file } as const] }
      valueOf(await acts.recordFixity(operator, { investigation, check }))
      return { investigation, file, reason: 'To read it.' }
    },
    reason: 'missing',
  },
  'fixity.checked': {
    by: operator,
    valid: at(() => ({ check: CHECK })),
    refused: at(() => ({
      check: { ...CHECK, faults: [{ kind: 'missing', file: derivedId('exhibit-file', 'nowhere') }] },
    })),
    reason: 'unknown-file',
  },
}
