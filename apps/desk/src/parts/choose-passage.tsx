import { getRouteApi, useLinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { passageHash } from '../reading/passage-hash.ts'

const route = getRouteApi('/i/$investigation/texts/$text')

interface ChoosePassageProps {
  readonly passage: string
  /** Whether it is the one that is shown now; not by the router's reckoning, which would call it a page. */
  readonly chosen: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A link to a passage of the text that is being read. The address changes and the page stays. */
export function ChoosePassage({ passage, chosen, className, children }: ChoosePassageProps) {
  const params = route.useParams()
  const link = useLinkProps({
    to: '/i/$investigation/texts/$text',
    params,
    hash: passageHash(passage),
    hashScrollIntoView: { block: 'center' },
    replace: true,
    resetScroll: false,
  })
  return (
    <a {...link} className={className} aria-current={chosen ? 'true' : undefined}>
      {children}
    </a>
  )
}
