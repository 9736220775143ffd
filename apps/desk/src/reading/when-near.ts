const waiting = new Map<Element, () => void>()

/** One observer for all that is waited for: an element is near when it is within two windows of the one that is shown. */
let observer: IntersectionObserver | null = null

/** Calls once when an element comes near the window; answers how to wait no longer. */
export function whenNear(element: Element, call: () => void): () => void {
  observer ??= new IntersectionObserver(hear, { rootMargin: '200% 0px' })
  waiting.set(element, call)
  observer.observe(element)
  return () => forget(element)
}

function hear(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue
    const call = waiting.get(target)
    forget(target)
    call?.()
  }
}

function forget(element: Element): void {
  waiting.delete(element)
  observer?.unobserve(element)
}
