import type { TextId } from '@corroborate/base'
import type { Translation } from '@corroborate/testimony'
import type { JsonText } from './json.ts'
import type { Owned } from './owned.ts'

export interface TranslationTable extends Owned {
  readonly original: TextId
  readonly translation: TextId
  readonly translator: string
  readonly state: Translation['state']
  readonly revised_by: string | null
  readonly certified_by: string | null
  readonly aligned: JsonText<Translation['rows']>
}
