import type { Code, Coding } from '@corroborate/testimony'
import type { Investigation } from '@corroborate/report'

/** What of an investigation is exchanged with programs for qualitative analysis: its working texts, and what was made of them. */
export interface ExchangedWork extends Pick<
  Investigation,
  'code' | 'title' | 'sources' | 'places' | 'texts' | 'passages' | 'claims'
> {
  readonly codes: readonly Code[]
  readonly codings: readonly Coding[]
}

/** What comes back: all of it that was ours. Where a text was read from does not travel, because a file name may be a name. */
export type ReturnedWork = Omit<ExchangedWork, 'code' | 'title'>
