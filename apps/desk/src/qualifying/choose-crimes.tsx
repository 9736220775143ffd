import { Button } from 'react-aria-components'
import { wordsIn } from '@corroborate/base'
import { CRIMES } from '@corroborate/findings'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { FindOne } from '../parts/find-one.tsx'
import { InWords } from '../parts/in-words.tsx'
import { useMay } from '../parts/may.ts'
import { Section } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'

/** The crimes whose elements the findings are held against. Each choice is an act of its own. */
export function ChooseCrimes({ chosen }: { readonly chosen: readonly string[] }) {
  const { say, locale } = useTongue()
  const may = useMay('qualify')
  const { run, busy, refusal } = useAct()
  const choose = (crimes: readonly string[]) => void run('/elements/crimes', { crimes })
  const free = CRIMES.filter(({ id }) => !chosen.includes(id))
  return (
    <Section title={say('elements.crimes')} note={say('elements.crimes.note')}>
      <ul className={inputs.lines}>
        {CRIMES.filter(({ id }) => chosen.includes(id)).map(({ id, article, name }) => (
          <li key={id}>
            <bdi dir="ltr">{article}</bdi> <InWords words={name} />
            {may ? (
              <Button
                className="button"
                isDisabled={busy}
                onPress={() => choose(chosen.filter((one) => one !== id))}
              >
                {say('work.role.drop')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {may ? (
        <FindOne
          key={chosen.length}
          label={say('elements.crimes.add')}
          options={free.map(({ id, article, name }) => ({
            id,
            name: `${article} · ${wordsIn(locale, name)}`,
          }))}
          chosen={null}
          choose={(id) => {
            if (id !== null) choose([...chosen, id])
          }}
        />
      ) : null}
      <RefusalNote refusal={refusal} />
    </Section>
  )
}
