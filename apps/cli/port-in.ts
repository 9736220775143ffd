import { ok, refuse, type Outcome } from '@corroborate/base'

/** The number of a port, as it was written after --port. */
export function portIn(written: string): Outcome<number, 'usage'> {
  const port = Number(written)
  return Number.isInteger(port) && port >= 0 && port <= 65535
    ? ok(port)
    : refuse('usage', `--port takes a whole number from 0 to 65535, found "${written}"`)
}
