import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Place } from '@corroborate/claims'
import { NO_WORDS, wordsOf } from '../how-many/ask/draft.ts'
import { FieldGroup, WordsField } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { FindOne } from '../parts/find-one.tsx'
import inputs from '../styles/ask.module.css'
import { useEntryName } from './entry-name.ts'

const PLACES = ['country', 'region', 'settlement', 'facility', 'building', 'floor', 'room'] as const
const PERSONS = ['alleged-perpetrator', 'official', 'victim', 'missing', 'other'] as const

interface NewEntryProps {
  readonly of: 'place' | 'person' | 'unit'
  /** What a new place may lie within. */
  readonly places?: readonly Place[]
  readonly onMade?: (id: string) => void
}

/** Enters a place, a person or a body that no register holds yet, without leaving the claim. */
export function NewEntry({ of, places = [], onMade }: NewEntryProps) {
  const { say } = useTongue()
  const nameOf = useEntryName()
  const { run, busy, refusal } = useAct()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState(NO_WORDS)
  const [kind, setKind] = useState<(typeof PLACES)[number]>('settlement')
  const [part, setPart] = useState<(typeof PERSONS)[number]>('other')
  const [within, setWithin] = useState<string | null>(null)
  if (!open)
    return (
      <Button className="button" onPress={() => setOpen(true)}>
        {say(`work.new.${of}`)}
      </Button>
    )
  const called = wordsOf(name)
  const make = async () => {
    if (called === null) return
    const parts = { place: { kind, within, aliases: [] }, person: { part }, unit: { active: null } }
    const made = await run(`/${of}s`, { code: null, name: called, ...parts[of] })
    if (!made.ok) return
    setOpen(false)
    setName(NO_WORDS)
    onMade?.(made.value)
  }
  return (
    <div className={inputs.period}>
      <FieldGroup title={say(`work.new.${of}`)}>
        <WordsField label={say('work.new.name')} look="short" value={name} onChange={setName} />
        <div className={inputs.inLine}>
          {of === 'place' ? (
            <>
              <OneOf
                label={say('work.claim.mode')}
                options={PLACES.map((id) => ({ id, name: say(`place-kind.${id}`) }))}
                chosen={kind}
                choose={setKind}
              />
              <FindOne
                label={say('work.new.within')}
                options={places.map((place) => ({ id: place.id, name: nameOf(place) }))}
                chosen={within}
                choose={setWithin}
              />
            </>
          ) : null}
          {of === 'person' ? (
            <OneOf
              label={say('work.role.part')}
              options={PERSONS.map((id) => ({ id, name: say(`person-part.${id}`) }))}
              chosen={part}
              choose={setPart}
            />
          ) : null}
        </div>
        <RefusalNote refusal={refusal} />
        <div className={inputs.inLine}>
          <Button className="button" isDisabled={busy || called === null} onPress={() => void make()}>
            {say('work.new.make')}
          </Button>
          <Button className="button" onPress={() => setOpen(false)}>
            {say('work.cancel')}
          </Button>
        </div>
      </FieldGroup>
    </div>
  )
}
