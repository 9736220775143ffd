import type { PackageMade } from '@corroborate/server/api'
import { Code } from '../parts/in-words.tsx'
import { Term } from '../parts/term.tsx'

/** Of what a package is, and for whom. */
export function PackageScopeSaid({ scope, recipient, of }: Pick<PackageMade, 'scope' | 'recipient' | 'of'>) {
  return (
    <>
      <Term of="desk.packages.scope" word={scope} />
      {recipient === null ? null : (
        <>
          {' · '}
          <Term of="recipient" word={recipient} />
        </>
      )}
      {of.map((code) => (
        <span key={code}>
          {' '}
          <Code>{code}</Code>
        </span>
      ))}
    </>
  )
}
