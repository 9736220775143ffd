import { Button } from 'react-aria-components'
import { useTongue } from '../locale.tsx'
import styles from '../styles/form.module.css'

interface Pages {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => Promise<unknown>
}

interface MoreProps {
  readonly pages: Pages
  /** Of what more, where the list does not stand right above. */
  readonly says?: string
}

/** The next page of a long list, when there is one. */
export function More({ pages, says }: MoreProps) {
  const { say } = useTongue()
  if (!pages.hasNextPage) return null
  return (
    <p className={styles.more}>
      <Button
        className="button"
        isDisabled={pages.isFetchingNextPage}
        onPress={() => void pages.fetchNextPage()}
      >
        {says ?? say('desk.more')}
      </Button>
    </p>
  )
}
