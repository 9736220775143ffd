/** Kept when the process is asked to stop, by a terminal (Ctrl-C) or by the system. */
export function askedToStop(): Promise<void> {
  return new Promise((settle) => {
    process.once('SIGTERM', () => settle()).once('SIGINT', () => settle())
  })
}
