import type { ReviewStateView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { Code } from '../parts/in-words.tsx'
import styles from '../styles/how-many.module.css'

type Contradiction = ReviewStateView['contradictions'][number]
type Name = Contradiction['chain'][number]

/** Words that cannot all be true, each with the chain of "the same" that goes against it. Nobody is held to be wrong: somebody looks again. */
export function Contradictions({ found }: { readonly found: readonly Contradiction[] }) {
  const { say } = useTongue()
  if (found.length === 0) return null
  return (
    <div className={styles.warning} role="alert">
      <p>{say('desk.review.contradictions', { pairs: found.length })}</p>
      <ul className={styles.cautions}>
        {found.map(({ different, chain }) => (
          <li key={`${nameOf(different.left)} ${nameOf(different.right)}`}>
            <Record name={different.left} /> ≠ <Record name={different.right} />{' '}
            <bdi>({different.words.map(({ by }) => by).join(say('desk.list.comma'))})</bdi>
            {say('desk.list.semicolon')}
            <bdi dir="ltr">
              {chain.map((name, at) => (
                <span key={nameOf(name)}>
                  {at === 0 ? null : ' = '}
                  <Record name={name} />
                </span>
              ))}
            </bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Record({ name }: { readonly name: Name }) {
  return <Code>{nameOf(name)}</Code>
}

function nameOf({ list, row }: Name): string {
  return `${list}#${row}`
}
