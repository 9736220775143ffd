import { createHash } from 'node:crypto'
import { valueOf } from '@corroborate/base'
import {
  isPatternRequest,
  overlapOf,
  QUICK_SETTINGS,
  tellStudy,
  type ListStudyInput,
  type PatternStudied,
  type PatternStudyInput,
  type StudyInput,
  type StudyTold,
} from '@corroborate/estimate'
import { readInvestigation } from '@corroborate/interchange'
import { studyInputOf } from '@corroborate/report'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleFiles } from '../../examples/example-files.ts'
import { openBrowser } from './browser.ts'
import { studiesIn, type BrowserStudies } from './study-in-browser.ts'

let browser: Browser
let there: BrowserStudies

beforeAll(async () => {
  browser = await openBrowser()
  there = await studiesIn(browser)
}, 180_000)

afterAll(() => browser.close())

/** An invented table, in which four lists meet. */
function ofLists(seed: string): ListStudyInput {
  const counts = [60, 50, 20, 40, 15, 12, 6, 55, 14, 11, 6, 12, 5, 4, 2]
  const whole = valueOf(
    overlapOf(
      ['A', 'B', 'C', 'D'],
      counts.map((count, at) => ({ mask: at + 1, count })),
    ),
  )
  return {
    kind: 'lists',
    seed,
    overlaps: [{ whole, strata: [{ name: 'all', overlap: whole }], unplaced: 0, cautions: [] }],
    people: null,
    completed: [],
    weakened: [],
    settings: QUICK_SETTINGS,
    software: 'test',
  }
}

/** The question of the public record, as the example asks it. */
function ofPatterns(seed: number): PatternStudyInput {
  const read = readInvestigation(exampleFiles('saydnaya'))
  if (!read.ok) throw new Error(read.mistakes.map(({ sentence }) => sentence).join('\n'))
  const request = read.investigation.estimates.find(isPatternRequest)
  if (!request?.simulation) throw new Error('the example draws nothing')
  const asked = { ...request, simulation: { ...request.simulation, seed } }
  const input = valueOf(studyInputOf(read.investigation, asked, { today: '2017-02-07', software: 'test' }))
  if (input.kind !== 'patterns') throw new Error('the question became another')
  return input
}

function here(input: StudyInput): StudyTold {
  const told: StudyTold[] = []
  tellStudy(input, (one) => told.push(one))
  const last = told.at(-1)
  if (last === undefined) throw new Error('nothing was told')
  return last
}

/** The text a study ends with; its digest is Node's own, not the one that came with it. */
function finished(told: StudyTold) {
  if (told.kind !== 'done') throw new Error(`no result: ${JSON.stringify(told)}`)
  const { result, sha256 } = told
  expect(createHash('sha256').update(result).digest('hex')).toBe(sha256)
  return { result, sha256 }
}

describe('a worker of a real browser and Node give the same bytes', () => {
  test('of a study of lists, with every method, bootstrap and chain in it', async () => {
    const input = ofLists('first')
    const ours = finished(here(input))
    const theirs = finished(await there.study(input))
    expect(theirs.sha256).toBe(ours.sha256)
    expect(theirs.result).toBe(ours.result)
  })

  test('of a study of patterns, with draws and Sobol indices', async () => {
    const input = ofPatterns(20170207)
    const ours = finished(here(input))
    const theirs = finished(await there.study(input))
    expect(theirs.sha256).toBe(ours.sha256)
    expect(theirs.result).toBe(ours.result)
  })

  test('and for another seed others, so that equal bytes mean something', async () => {
    const ours = finished(here(ofPatterns(20170207)))
    const theirs = finished(await there.study(ofPatterns(20170208)))
    expect(theirs.sha256).not.toBe(ours.sha256)
    expect(drawnIn(theirs)).not.toEqual(drawnIn(ours))
  })
})

/** What was drawn, without the seed and the digest that stand beside it. */
function drawnIn({ result }: { readonly result: string }) {
  const { study } = JSON.parse(result) as PatternStudied
  return study.readings.map(({ simulation }) => {
    if (simulation === null) throw new Error('nothing was drawn')
    const { oneSizePerPeriod, sizePerOccasion, correlatedSizes, oneQuantileForAll } = simulation
    return [oneSizePerPeriod, sizePerOccasion, correlatedSizes, oneQuantileForAll]
  })
}
