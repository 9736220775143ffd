/** What asks whoever sits there to show once more who they are: answers whether they did. */
type Ask = () => Promise<boolean>

let asks: Ask | null = null

/** Says what asks, while it is on the screen; answers how it stops. */
export function askingBy(ask: Ask): () => void {
  asks = ask
  return () => {
    asks = null
  }
}

/** Whether whoever sits there has just shown who they are. */
export function proveAnew(): Promise<boolean> {
  return asks?.() ?? Promise.resolve(false)
}
