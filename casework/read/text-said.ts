import type { Json } from '@corroborate/base'

/** What a field of a line of the ledger says; empty where it says nothing. */
export function textSaid(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
