import { canonicalJson, digestOf, jsonOf, parseId, type EstimateId, type RunId } from '@corroborate/base'
import type { EstimateRequest, KeptRun } from '@corroborate/estimate'
import { quoted } from './mistake.ts'
import { wrong, type Reading } from './reading.ts'
import { isEstimateRequest, isStudyResult, runsShape } from './run-shape.ts'
import { checked } from './shape.ts'
import { fieldOf, type Path } from './yaml-file.ts'

export const RUN_FILE = /^runs\/([^/]+)\.json$/

export function runFile(code: string): string {
  return `runs/${code}.json`
}

/**
 * `runs/<code>.json` holds what the estimate of that code was run to: canonical JSON, written by the machine. A run whose result does
 * not have its digest is refused: somebody changed it.
 */
export function readRuns(reading: Reading, estimates: readonly EstimateRequest[]): readonly KeptRun[] {
  const byFile = new Map(estimates.map(({ id, code }) => [runFile(code), id]))
  return [...reading.files.keys()]
    .filter((file) => RUN_FILE.test(file))
    .sort()
    .flatMap((file) => {
      const estimate = byFile.get(file)
      if (estimate !== undefined) return runsIn(reading, { file, estimate })
      wrong(
        reading,
        { file, line: null, field: null },
        { expected: 'an estimate of that code in estimates.yaml', found: 'none' },
      )
      return []
    })
    .toSorted((a, b) => (a.estimate < b.estimate ? -1 : a.estimate > b.estimate ? 1 : a.version - b.version))
}

interface In {
  readonly file: string
  readonly estimate: EstimateId
}

function runsIn(reading: Reading, { file, estimate }: In): readonly KeptRun[] {
  const placeOf = (path: Path) => ({ file, line: null, field: fieldOf(path) })
  const value = jsonIn(reading.files.get(file) ?? '')
  if (value === undefined) {
    wrong(reading, placeOf([]), { expected: 'JSON', found: 'text that is none' })
    return []
  }
  const read = checked(runsShape, value, placeOf)
  if (!read.ok) {
    reading.mistakes.push(...read.mistakes)
    return []
  }
  const runs = read.value.runs.flatMap((run, at) => {
    const tell = (field: string, expected: string, found: string) =>
      wrong(reading, placeOf(['runs', at, field]), { expected, found })
    return keptRun(run, estimate, tell) ?? []
  })
  twice(runs).forEach(({ version }) =>
    wrong(reading, placeOf(['runs']), { expected: 'each version once', found: `version ${version} twice` }),
  )
  return runs
}

type Raw = (typeof runsShape)['_output']['runs'][number]

function keptRun(
  raw: Raw,
  estimate: EstimateId,
  tell: (field: string, expected: string, found: string) => void,
): KeptRun | null {
  const { result, request, sha256, ...run } = raw
  const id: RunId | null = parseId(run.id)
  if (id === null || !isEstimateRequest(request)) {
    tell('request', 'a question as it was asked', 'something else')
    return null
  }
  if (!isStudyResult(result)) {
    tell('result', 'what a run answered', 'something else')
    return null
  }
  const digest = digestOf(canonicalJson(jsonOf(result)))
  if (digest !== sha256) {
    tell('sha256', `the digest of its result, which is ${quoted(digest)}`, quoted(sha256))
    return null
  }
  const repeats: RunId | null = run.repeats === null ? null : parseId(run.repeats)
  return { ...run, id, estimate, repeats, request, result, sha256 }
}

function twice(runs: readonly KeptRun[]): readonly KeptRun[] {
  return runs.filter((run, at) => runs.findIndex(({ version }) => version === run.version) < at)
}

/** Undefined when it cannot be read. */
function jsonIn(content: string): unknown {
  try {
    const value: unknown = JSON.parse(content)
    return value
  } catch {
    return undefined
  }
}
