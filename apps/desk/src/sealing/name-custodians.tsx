import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Refusal } from '@corroborate/base'
import type { CustodiansView } from '@corroborate/server/api'
import {
  digestOfCustodians,
  makeIdentityKey,
  signCustodians,
  splitKey,
  USUAL_SPLIT,
  type Custodians,
} from '@corroborate/vault/sealing'
import { act } from '../acts.ts'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { missing } from '../how-many/ask/draft.ts'
import { FieldGroup } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { WhenText } from '../parts/day.tsx'
import { useInvestigation } from '../parts/links.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/sealing.module.css'
import type { Circle, Person } from './circle.ts'
import { PrintButton, PrintSheet } from './print-sheet.tsx'
import { Tick } from './tick.tsx'
import { useDoing } from './use-doing.ts'

const WAYS = ['split', 'whole'] as const
type Way = (typeof WAYS)[number]

/** A list that exists in this window alone until its identity key is on paper. */
export interface Drafted {
  readonly list: Custodians
  readonly way: Way
  /** The identity key, whole or in its pieces. */
  readonly secrets: readonly string[]
}

interface NameCustodiansProps {
  readonly circle: Circle
  readonly view: CustodiansView
  /** The list that holds now; null where there is none yet. */
  readonly current: Custodians | null
  readonly onDraft: (drafted: Drafted) => void
}

/** Chooses those to whom identities are sealed from now on, with a new identity key. */
export function NameCustodians({ circle, view, current, onDraft }: NameCustodiansProps) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(current?.custodians.map(({ member }) => member) ?? [circle.me]),
  )
  const [way, setWay] = useState<Way>('split')
  const [fault, setFault] = useState<Refusal | undefined>(undefined)
  const holders = view.custodians.map(({ member, name }) => ({
    ...{ member, name },
    person: circle.people.find((one) => one.member === member) ?? null,
  }))
  const take = (member: string, isTaken: boolean) =>
    setChosen(new Set(isTaken ? [...chosen, member] : [...chosen].filter((one) => one !== member)))
  const submit = async () => {
    const named = holders.flatMap(({ person }) =>
      person?.card && isTrusted(person) && chosen.has(person.member)
        ? [{ member: person.member, card: person.card.digest }]
        : [],
    )
    setFault(named.length === 0 ? missing('custodian') : undefined)
    if (named.length === 0 || circle.author === null) return
    const { identity, recipient } = await makeIdentityKey()
    const pieces = way === 'split' ? splitKey(identity) : null
    const list: Custodians = {
      investigation,
      version: (current?.version ?? 0) + 1,
      previous: current ? digestOfCustodians(current) : null,
      ...{ author: circle.me, authorCard: circle.author.card, time: new Date().toISOString() },
      custodians: named,
      identityKey: { recipient, split: pieces?.check ?? null },
    }
    onDraft({ list, way, secrets: pieces?.shares ?? [identity] })
  }
  return (
    <AskForm onAsk={submit}>
      <FieldGroup
        title={say(current ? 'seal.custodians.change' : 'seal.custodians.first')}
        note={say('seal.custodians.name.note')}
        fault={fault}
      >
        {holders.map(({ member, name, person }) => (
          <Tick
            key={member}
            on={chosen.has(member) && person !== null && isTrusted(person)}
            onChange={(on) => take(member, on)}
            isDisabled={person === null || !isTrusted(person)}
          >
            <bdi>{name}</bdi>{' '}
            <span className={styles.quiet}>
              {say(person ? `seal.person.${person.state}` : 'seal.person.no-keys')}
            </span>
          </Tick>
        ))}
        <OneOf
          label={say('seal.custodians.way')}
          options={WAYS.map((id) => ({ id, name: say(`seal.custodians.way.${id}`, USUAL_SPLIT) }))}
          chosen={way}
          choose={setWay}
        />
        <p className={inputs.help}>{say('seal.custodians.way.note')}</p>
      </FieldGroup>
      <div className={inputs.end}>
        <Button type="submit" className="button">
          {say('seal.custodians.make')}
        </Button>
      </div>
    </AskForm>
  )
}

function isTrusted({ state }: Person): boolean {
  return state === 'trusted' || state === 'oneself'
}

interface DraftedKeyProps {
  readonly circle: Circle
  readonly drafted: Drafted
  /** The code of the investigation, for the sheets. */
  readonly code: string
  readonly onDone: () => void
}

/** The one moment in which the identity key is seen; once it is on paper, the list is signed and sent. */
export function DraftedKey({ circle, drafted: { list, way, secrets }, code, onDone }: DraftedKeyProps) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const [printed, setPrinted] = useState(false)
  const { busy, refusal, run } = useDoing()
  const submit = async () => {
    const signed = signCustodians(list, circle.own.keys)
    const named = await run(() => act(`/investigations/${investigation}/custodians`, { list: signed }))
    if (named.ok) onDone()
  }
  return (
    <>
      {secrets.map((secret, at) => (
        <PrintSheet
          key={at}
          title={
            way === 'split'
              ? say('seal.sheet.piece', { piece: at + 1, of: secrets.length })
              : say('seal.sheet.whole')
          }
          of={
            <>
              <bdi className="code">{code}</bdi> · {say('seal.sheet.version', { version: list.version })} ·{' '}
              <WhenText edtf={list.time.slice(0, 10)} />
            </>
          }
          secret={secret}
          note={say(`seal.sheet.${way}.note`, { needed: USUAL_SPLIT.needed })}
        />
      ))}
      <div className={styles.notPrinted}>
        <AskForm onAsk={submit}>
          <div className={inputs.end}>
            <PrintButton />
          </div>
          <Tick on={printed} onChange={setPrinted} isDisabled={false}>
            {say('seal.sheet.printed')}
          </Tick>
          <RefusalNote refusal={refusal} />
          <div className={inputs.end}>
            <Button type="submit" className="button" isDisabled={busy || !printed}>
              {say('seal.custodians.do')}
            </Button>
            <Button className="button" onPress={onDone}>
              {say('work.cancel')}
            </Button>
          </div>
        </AskForm>
      </div>
    </>
  )
}
