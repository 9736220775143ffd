import { ok, refuse, type Outcome } from '@corroborate/base'
import { allInvestigations, type Db, type InvestigationHead } from '@corroborate/store'

/** The investigation of a code; where there is none, the sentence names those that there are. */
export async function investigationNamed(
  { db }: { readonly db: Db },
  code: string,
): Promise<Outcome<InvestigationHead, 'no-investigation'>> {
  const all = await allInvestigations(db)
  const found = all.find((one) => one.code === code)
  if (found !== undefined) return ok(found)
  const codes = all.map((one) => one.code).join(', ')
  return refuse('no-investigation', `There is no investigation ${code}; there are: ${codes}.`)
}
