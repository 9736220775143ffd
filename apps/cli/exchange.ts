import type { ExchangeInAsked, ExchangeOutAsked } from './exchange-command-line.ts'
import { exchangeIn } from './exchange-in.ts'
import { exchangeOut } from './exchange-out.ts'

/** What goes to programs for qualitative analysis, and what comes from them. */
export function exchange(asked: ExchangeOutAsked | ExchangeInAsked): Promise<number> {
  return asked.way === 'in' ? exchangeIn(asked) : exchangeOut(asked)
}
