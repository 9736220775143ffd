/** Sealed drafts of one member, by their place. Their places tell which record somebody worked on, and no word of it. */
export interface DraftStore {
  readonly read: (place: string) => string | null
  readonly write: (place: string, sealed: string) => void
  readonly erase: (place: string) => void
}

export function draftsIn(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  member: string,
): DraftStore {
  const name = (place: string) => `corroborate.draft.${member}.${place}`
  return {
    read: (place) => storage.getItem(name(place)),
    write: (place, sealed) => storage.setItem(name(place), sealed),
    erase: (place) => storage.removeItem(name(place)),
  }
}

/** Where drafts lay in clear before they were sealed. */
const IN_CLEAR = /^corroborate\.(?:claim|correcting)\./

/** Takes away what an earlier version of the desk kept in clear. */
export function eraseClearDrafts(storage: Storage): void {
  for (const name of Object.keys(storage)) if (IN_CLEAR.test(name)) storage.removeItem(name)
}
