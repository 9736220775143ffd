import type { Locale } from '@corroborate/base'
import { say } from '@corroborate/words'
import { recordInWords } from '../explain/tell-explanation.ts'
import { levelInWords, shareInWords } from '../explain/words-of-linkage.ts'
import type { ClusterFound, LinkageWarning, ModelFound, RecordsFound } from './linkage-warning.ts'

/** A warning as one sentence or two. Names of lists, fields and comparisons stand as they were given, each in its own direction. */
export function warningInWords(locale: Locale, warning: LinkageWarning): string {
  switch (warning.kind) {
    case 'different-inside-cluster':
    case 'cluster-larger-than-expected':
    case 'low-density':
    case 'bridge':
      return ofCluster(locale, warning)
    case 'not-converged':
    case 'comparison-mostly-silent':
    case 'level-never-seen':
      return ofModel(locale, warning)
    case 'all-null-column':
    case 'one-value-column':
    case 'reversed-lam-alef':
      return ofRecords(locale, warning)
  }
}

function ofCluster(locale: Locale, warning: ClusterFound): string {
  if (warning.kind === 'different-inside-cluster') {
    const [left, right] = [recordInWords(locale, warning.left), recordInWords(locale, warning.right)]
    return say(locale, 'linkage.warning.different-inside-cluster', { left, right })
  }
  const cluster = recordInWords(locale, warning.cluster)
  switch (warning.kind) {
    case 'cluster-larger-than-expected': {
      const { records, expected } = warning
      return say(locale, 'linkage.warning.cluster-larger-than-expected', { cluster, records, expected })
    }
    case 'low-density': {
      const { joined, possible } = warning
      return say(locale, 'linkage.warning.low-density', { cluster, joined, possible })
    }
    case 'bridge':
      return say(locale, 'linkage.warning.bridge', {
        cluster,
        left: recordInWords(locale, warning.left),
        right: recordInWords(locale, warning.right),
      })
  }
}

function ofModel(locale: Locale, warning: ModelFound): string {
  switch (warning.kind) {
    case 'not-converged':
      return say(locale, 'linkage.warning.not-converged', { rounds: warning.rounds })
    case 'comparison-mostly-silent':
      return say(locale, 'linkage.warning.comparison-mostly-silent', {
        comparison: isolated(warning.comparison),
        share: shareInWords(locale, warning.silent),
      })
    case 'level-never-seen':
      return say(locale, 'linkage.warning.level-never-seen', {
        comparison: isolated(warning.comparison),
        level: levelInWords(locale, warning.level),
      })
  }
}

function ofRecords(locale: Locale, warning: RecordsFound): string {
  const field = isolated(warning.field)
  switch (warning.kind) {
    case 'all-null-column':
      return say(locale, 'linkage.warning.all-null-column', { field })
    case 'one-value-column':
      return say(locale, 'linkage.warning.one-value-column', { field, rows: warning.rows })
    case 'reversed-lam-alef': {
      const { values, repaired } = warning
      return say(locale, 'linkage.warning.reversed-lam-alef', {
        ...{ list: isolated(warning.list), field, values, repaired },
      })
    }
  }
}

/** Keeps its own direction in a sentence of another. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`
}
