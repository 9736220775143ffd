/** What some work cost: seconds of this process's CPU (user and system), of the clock, and the peak of resident memory. */
export interface Cost {
  readonly cpuSeconds: number
  readonly seconds: number
  readonly peakMegabytes: number
}

export async function costOf<Value>(
  work: () => Value | Promise<Value>,
): Promise<Cost & { readonly value: Value }> {
  const cpu = process.cpuUsage()
  const began = performance.now()
  const value = await work()
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  return {
    value,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }
}

export function inWords({ cpuSeconds, seconds, peakMegabytes }: Cost): string {
  return `${cpuSeconds.toFixed(2)} CPU seconds, ${seconds.toFixed(2)} s by the clock, peak ${peakMegabytes.toFixed(0)} MB`
}

/** The value below which a share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** A measured figure beside its aim, as one line. */
export function against(aim: number, found: number, unit: string): string {
  return `${found.toFixed(2)} ${unit} (aim: under ${aim} ${unit}; ${(found / aim).toFixed(2)} of it)`
}
