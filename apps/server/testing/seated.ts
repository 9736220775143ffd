import { buildHouse, type House } from '../../../casework/testing/house.ts'
import { secondReader } from '../../../casework/testing/coding-trials.ts'
import type { Desk } from '@corroborate/casework'
import type { Store } from '@corroborate/store'
import { postedJson, served } from './served.ts'

/** What an act answers: its value, or why not. */
interface Answered<Value> {
  readonly status: number
  readonly value: Value
  readonly reason?: string
}

/** What a member asks of the server, below the investigation of the house. */
interface Seat {
  readonly get: <View>(path: string) => Promise<View>
  readonly post: <Value = never>(path: string, body: unknown) => Promise<Answered<Value>>
  /** Where the same member acts beside the server. */
  readonly desk: Desk
}

/** A house with its server, the member who may do everything in it, and a second one who reads and codes. */
export async function seated(
  store: Store,
): Promise<{ readonly house: House; readonly opener: Seat; readonly second: Seat }> {
  const house = await buildHouse(store)
  const server = served(house.store)
  const at = `/api/investigations/${house.investigation}`
  const seatOf = (desk: Desk, session: string): Seat => ({
    get: async <View>(path: string) => (await (await server.ask(at + path, { session })).json()) as View,
    post: async <Value>(path: string, body: unknown): Promise<Answered<Value>> => {
      const answer = await server.ask(at + path, { ...postedJson(body), session })
      return { ...((await answer.json()) as Answered<Value>), status: answer.status }
    },
    desk,
  })
  const reader = await secondReader(house)
  return {
    house,
    opener: seatOf(house.desk, await server.signIn(house.member)),
    second: seatOf(reader, await server.signIn(reader.member)),
  }
}
