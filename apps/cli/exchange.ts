import { exchangeActs } from './exchange-acts.ts'
import type { ExchangeAsked } from './exchange-command-line.ts'
import { exchangeIn } from './exchange-in.ts'
import { exchangeOut } from './exchange-out.ts'

/** What goes to programs for qualitative analysis, and what comes from them. */
export function exchange(asked: ExchangeAsked): Promise<number> {
  switch (asked.way) {
    case 'in':
      return exchangeIn(asked)
    case 'out':
      return exchangeOut(asked)
    case 'acts':
      return exchangeActs(asked)
  }
}
