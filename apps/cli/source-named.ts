import { ok, refuse, type Outcome } from '@corroborate/base'
import { sources, type Db, type InvestigationHead } from '@corroborate/store'
import type { Source } from '@corroborate/testimony'

/** The source of a code in an investigation. */
export async function sourceNamed(
  { db }: { readonly db: Db },
  { id, code }: Pick<InvestigationHead, 'id' | 'code'>,
  named: string,
): Promise<Outcome<Source, 'not-found'>> {
  const source = (await sources(db, id)).find((one) => one.code === named)
  return source === undefined ? refuse('not-found', `There is no source ${named} in ${code}.`) : ok(source)
}
