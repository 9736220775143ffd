import { buildHouse, type House } from '../../../casework/testing/house.ts'
import { secondReader } from '../../../casework/testing/coding-trials.ts'
import type { Store } from '@corroborate/store'
import { postedJson, served } from './served.ts'

/** What a member asks of the server, below the investigation of the house. */
interface Seat {
  readonly get: <View>(path: string) => Promise<View>
  readonly post: (
    path: string,
    body: unknown,
  ) => Promise<{ readonly status: number; readonly value?: never; readonly reason?: string }>
}

/** A house with its server, the member who may do everything in it, and a second one who reads and codes. */
export async function seated(
  store: Store,
): Promise<{ readonly house: House; readonly opener: Seat; readonly second: Seat }> {
  const house = await buildHouse(store)
  const server = served(house.store)
  const at = `/api/investigations/${house.investigation}`
  const seatOf = (session: string): Seat => ({
    get: async <View>(path: string) => (await (await server.ask(at + path, { session })).json()) as View,
    post: async (path, body) => {
      const answer = await server.ask(at + path, { ...postedJson(body), session })
      return { status: answer.status, ...((await answer.json()) as object) }
    },
  })
  return {
    house,
    opener: seatOf(await server.signIn(house.member)),
    second: seatOf(await server.signIn((await secondReader(house)).member)),
  }
}
