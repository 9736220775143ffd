import { printNumber, printRange, type Locale } from '@corroborate/base'
import { cautionInWords, type ListStudy, type Verdict } from '@corroborate/estimate'
import { isKey, say } from '@corroborate/words'

/** What each stratum says by itself, and what priors, suppositions and missed matches would move; a part that was not studied is not there. */
export function movedInWords(locale: Locale, study: ListStudy): readonly string[] {
  return [
    ...part(locale, 'desk.strata', strataLines(locale, study)),
    ...part(locale, 'desk.study.varied', variedLines(locale, study)),
    ...part(locale, 'desk.study.supposed', supposedLines(locale, study)),
    ...part(locale, 'desk.study.missed', missedLines(locale, study)),
  ]
}

function part(
  locale: Locale,
  title: 'desk.strata' | 'desk.study.varied' | 'desk.study.supposed' | 'desk.study.missed',
  lines: readonly string[],
): readonly string[] {
  if (lines.length === 0) return []
  return [`${say(locale, title)}. ${say(locale, `${title}.note`)}`, ...lines.map((line) => `  ${line}`), '']
}

function strataLines(locale: Locale, { strata, undivided }: ListStudy): readonly string[] {
  if (strata.length === 0) return []
  const whole = { name: say(locale, 'desk.stratum.undivided'), verdict: undivided }
  return [...strata, whole].flatMap(({ name, verdict }) => [
    `${name}: ${briefly(locale, verdict)}`,
    ...verdict.reasons.map((reason) => `    ${cautionInWords(locale, reason)}`),
  ])
}

/** The number alone: what such a verdict means was said at the head. */
function briefly(locale: Locale, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'interval':
      return say(locale, 'estimate.verdict.interval', { range: printRange(locale, verdict.interval) })
    case 'at-least':
      return say(locale, 'estimate.verdict.at-least', { people: verdict.least })
    case 'cannot-say':
      return say(locale, 'estimate.verdict.cannot-say')
  }
}

function variedLines(locale: Locale, { varied }: ListStudy): readonly string[] {
  return varied.map(({ method, setting: { code, args }, interval, point }) => {
    const key = `estimate.setting.${code}`
    const setting = isKey(key) ? say(locale, key, args) : `${code} ${Object.values(args).join(' ')}`
    const name = say(locale, `estimate.method.${method}`)
    const comma = say(locale, 'command.estimate.comma')
    return `${name}${comma}${setting}: ${printRange(locale, interval)} (${printNumber(locale, Math.round(point))})`
  })
}

/** A line for the lists that are supposed to depend on each other. */
function supposedLines(locale: Locale, { supposed }: ListStudy): readonly string[] {
  const byLists = new Map<string, string[]>()
  for (const { lists, ratio, people } of supposed) {
    const name = lists.join(' + ')
    const told = say(locale, 'command.estimate.supposed', {
      people: printNumber(locale, people),
      ratio: printNumber(locale, Math.round(100 * ratio) / 100),
    })
    byLists.set(name, [...(byLists.get(name) ?? []), told])
  }
  return [...byLists].map(([name, told]) => `${name}: ${told.join(say(locale, 'command.estimate.comma'))}`)
}

function missedLines(locale: Locale, { missed }: ListStudy): readonly string[] {
  return missed.map(({ share, observed, point }) =>
    say(locale, 'command.estimate.missed', {
      share: say(locale, 'press.share', { number: printNumber(locale, share * 100, 0) }),
      point: point === null ? say(locale, 'press.chart.cannot-say') : printNumber(locale, Math.round(point)),
      observed: printNumber(locale, Math.round(observed)),
    }),
  )
}
