import { NoAnswer } from '../api.ts'
import { Frame } from './frame.tsx'
import { Nowhere, Pending, Problem } from './problem.tsx'

/** A problem where no screen has drawn the frame yet: the reader keeps the choice of language and the way home. */
export function FramedProblem({ error }: { readonly error: unknown }) {
  return (
    <Frame atDoor={error instanceof NoAnswer && error.why === 'signed-out'}>
      <Problem error={error} />
    </Frame>
  )
}

export function FramedNowhere() {
  return (
    <Frame>
      <Nowhere />
    </Frame>
  )
}

export function FramedPending() {
  return (
    <Frame>
      <Pending />
    </Frame>
  )
}
