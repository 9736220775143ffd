import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take more than ten seconds, the longest first. Vitest knows them from its last run; where there was none (a
 * fresh copy, as CI has it) it would guess by size, and a long one begun last leaves every core but one idle.
 */
const LONG = [
  'apps/walk/screens.test.ts',
  'apps/walk/walked-back.test.ts',
  'apps/cli/cli.test.ts',
  'apps/cli/estimate.test.ts',
  'apps/walk/ask-of-lists.test.ts',
  'apps/walk/walk.test.ts',
  'apps/walk/ask-of-claims.test.ts',
  'apps/walk/same-bytes.test.ts',
  'casework/laws.test.ts',
  'scripts/gates.test.ts',
  'core/estimate/lists/verdict/study-lists.test.ts',
]

/** Sorts as Vitest does, and puts the long files of each project before its others. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map(({ project }) => project))]
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project)
      return [...LONG.flatMap((name) => own.filter((file) => isNamed(file, name))), ...own.filter(isShort)]
    })
  }
}

function isShort(file: TestSpecification): boolean {
  return !LONG.some((name) => isNamed(file, name))
}

function isNamed({ moduleId }: TestSpecification, name: string): boolean {
  return moduleId.endsWith(`/${name}`)
}
