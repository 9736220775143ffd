import { useRouter } from '@tanstack/react-router'
import { useLayoutEffect, useRef, type MouseEvent } from 'react'
import { classNames } from './class-names.ts'
import { leaveOutWhatRuns } from './leave-out-what-runs.ts'
import styles from '../styles/pressed.module.css'

/**
 * A finished part of a report or a chart, as our own press made it: parsed apart from the page and taken in as nodes,
 * so that an SVG keeps its title and description for a screen reader. What could run or load anything is left out;
 * the server's policy (no inline script) stands behind that.
 */
export function Pressed({
  html,
  className,
}: {
  readonly html: string
  readonly className?: string | undefined
}) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    place.current?.replaceChildren(...safeNodes(html))
  }, [html])
  const router = useRouter()
  const follow = (event: MouseEvent) => {
    const address = deskAddress(event)
    if (address === null) return
    event.preventDefault()
    router.history.push(address)
  }
  return <div ref={place} className={classNames(styles.pressed, className)} onClick={follow} />
}

/** Where a plain click on a link of the press leads within the desk; null for every other click. */
function deskAddress(event: MouseEvent): string | null {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  const link = event.target instanceof Element ? event.target.closest('a[href^="/i/"]') : null
  return plain ? (link?.getAttribute('href') ?? null) : null
}

function safeNodes(html: string): readonly Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  leaveOutWhatRuns(parsed)
  return [...parsed.body.childNodes].map((node) => document.adoptNode(node))
}
