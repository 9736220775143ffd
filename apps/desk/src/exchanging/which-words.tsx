import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import styles from '../styles/texts.module.css'
import type { Project } from './use-project.ts'

const SHOWN = 40

/** Selections of which nothing in the file says for certain which words they mean: each is asked, or stays out. */
export function WhichWords({ project: { asked, answer } }: { readonly project: Project }) {
  const { say } = useTongue()
  return (
    <section className={styles.look}>
      <p>{say('exchange.asked', { count: asked.length })}</p>
      {asked.slice(0, SHOWN).map(({ guid, name, written, placed }) => (
        <Choice
          key={guid}
          label={say('exchange.asked.which', { name: name ?? '', start: written.start, end: written.end })}
          options={[
            { id: '', name: say('exchange.asked.none') },
            ...(placed.kind === 'asked' ? placed.alternatives : []).map(({ start, end, exact }, nth) => ({
              id: String(nth),
              name: `${start}–${end}: ${exact}`,
            })),
          ]}
          chosen=""
          choose={(nth) => {
            if (nth !== '') answer(guid, Number(nth))
          }}
        />
      ))}
    </section>
  )
}
