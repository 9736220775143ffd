import { Button, FileTrigger } from 'react-aria-components'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { Section } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'
import type { useOfficialText } from './use-official-text.ts'

/** Lets the Court's words stand beside ours, out of a file that the user has. */
export function OfficialFile({ official }: { readonly official: ReturnType<typeof useOfficialText> }) {
  const { say } = useTongue()
  const { text, refusal, load, forget } = official
  return (
    <Section title={say('elements.official')} note={say('elements.official.note')}>
      <div className={inputs.inLine}>
        <FileTrigger
          acceptedFileTypes={['text/plain']}
          onSelect={(files) => {
            const [file] = files ?? []
            if (file !== undefined) void load(file)
          }}
        >
          <Button className="button">{say('elements.official.load')}</Button>
        </FileTrigger>
        {text.size === 0 ? null : (
          <Button className="button" onPress={forget}>
            {say('elements.official.forget')}
          </Button>
        )}
      </div>
      {text.size === 0 ? null : (
        <p role="status">{say('elements.official.loaded', { elements: text.size })}</p>
      )}
      <RefusalNote refusal={refusal} />
    </Section>
  )
}
