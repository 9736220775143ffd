import { BASES } from '@corroborate/claims'
import type { RegistersView } from '@corroborate/server/api'
import type { Faults } from '../how-many/ask/draft.ts'
import { Field, FieldGroup, WordsField } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { useTongue } from '../locale.tsx'
import { FindOne } from '../parts/find-one.tsx'
import inputs from '../styles/ask.module.css'
import { timeRead, type DraftClaim } from './draft-claim.ts'
import { useEntryName } from './entry-name.ts'
import { NewEntry } from './new-entry.tsx'

const MODES = ['incident', 'pattern', 'state', 'attribution', 'negative'] as const
const CERTAINTIES = ['certain', 'thinks', 'guesses', 'reports-without-view'] as const
const POLARITIES = ['affirmed', 'denied', 'does-not-know'] as const
const HOW = ['counted', 'estimated', 'told'] as const
const PER = ['all', 'occasion'] as const

export interface ClaimFieldsProps {
  readonly draft: DraftClaim
  readonly change: (part: Partial<DraftClaim>) => void
  readonly faults: Faults
}

/** What is asserted: in our words, of which kind, about what. */
export function WhatFields({
  draft,
  change,
  faults,
  topics,
}: ClaimFieldsProps & { readonly topics: readonly string[] }) {
  const { say } = useTongue()
  return (
    <FieldGroup title={say('work.claim.what')}>
      <WordsField
        label={say('desk.claim.asserts')}
        lines={2}
        value={draft.proposition}
        onChange={(proposition) => change({ proposition })}
        fault={faults.proposition}
      />
      <div className={inputs.inLine}>
        <OneOf
          label={say('work.claim.mode')}
          options={MODES.map((id) => ({ id, name: say(`mode.${id}`) }))}
          chosen={draft.mode}
          choose={(mode) => change({ mode })}
        />
        <Field
          label={say('desk.claim.topic')}
          look="short"
          language="en"
          help={say('work.claim.topic.help', { topics: topics.slice(0, 8).join(', ') })}
          value={draft.topic}
          onChange={(topic) => change({ topic })}
          fault={faults.topic}
        />
      </div>
    </FieldGroup>
  )
}

/** When and where; of a pattern, from when to when. */
export function WhenAndWhereFields({
  draft,
  change,
  faults,
  places,
}: ClaimFieldsProps & { readonly places: RegistersView['places'] }) {
  const { say } = useTongue()
  const nameOf = useEntryName()
  const when = timeRead(draft.when)
  return (
    <FieldGroup title={say('work.claim.when-and-where')}>
      <Field
        label={say(draft.mode === 'pattern' ? 'desk.pattern.window' : 'desk.claim.when')}
        look="short"
        help={when === null ? say('work.claim.when.help') : <bdi dir="ltr">{when.edtf}</bdi>}
        value={draft.when}
        onChange={(words) => change({ when: words })}
        fault={faults.when}
      />
      <FindOne
        label={say('desk.claim.place')}
        options={places.map((place) => ({ id: place.id, name: nameOf(place) }))}
        chosen={draft.place}
        choose={(place) => change({ place })}
      />
      <NewEntry of="place" places={places} onMade={(place) => change({ place })} />
    </FieldGroup>
  )
}

/** How many, and how the number was come by. */
export function QuantityFields({ draft, change, faults }: ClaimFieldsProps) {
  const { say } = useTongue()
  return (
    <FieldGroup title={say('desk.claim.quantity')} fault={faults.quantity}>
      <div className={inputs.inLine}>
        {(['min', 'max', 'unit'] as const).map((part) => (
          <Field
            key={part}
            label={say(`work.claim.${part}`)}
            look="number"
            value={draft[part]}
            onChange={(typed) => change({ [part]: typed })}
          />
        ))}
        <OneOf
          label={say('work.claim.per')}
          options={PER.map((id) => ({ id, name: say(`quantity-per.${id}`) }))}
          chosen={draft.per}
          choose={(per) => change({ per })}
        />
        <OneOf
          label={say('work.claim.how')}
          options={HOW.map((id) => ({ id, name: say(`quantity-how.${id}`) }))}
          chosen={draft.how}
          choose={(how) => change({ how })}
        />
      </div>
    </FieldGroup>
  )
}

/** How the speaker knows, how sure they are, and whether they affirm it at all. */
export function SpeakerFields({ draft, change, faults }: ClaimFieldsProps) {
  const { say } = useTongue()
  return (
    <FieldGroup title={say('desk.claim.basis')}>
      <div className={inputs.inLine}>
        <OneOf
          label={say('desk.claim.basis')}
          options={BASES.map((id) => ({ id, name: say(`basis.${id}`) }))}
          chosen={draft.basis}
          choose={(basis) => change({ basis })}
          fault={faults.basis}
        />
        <OneOf
          label={say('work.claim.certainty')}
          options={CERTAINTIES.map((id) => ({ id, name: say(`certainty.${id}`) }))}
          chosen={draft.certainty}
          choose={(certainty) => change({ certainty })}
          fault={faults.certainty}
        />
        <OneOf
          label={say('desk.claim.polarity')}
          options={POLARITIES.map((id) => ({ id, name: say(`polarity.${id}`) }))}
          chosen={draft.polarity}
          choose={(polarity) => change({ polarity })}
        />
      </div>
    </FieldGroup>
  )
}
