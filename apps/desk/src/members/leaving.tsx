import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { MemberSeen } from '@corroborate/server/api'
import { act } from '../acts.ts'
import { DecisionForm } from '../deciding/decision-form.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { Section } from '../parts/page.tsx'
import { Tick } from '../sealing/tick.tsx'
import { useDoing } from '../sealing/use-doing.ts'

interface OfMember {
  readonly member: MemberSeen
}

/** Signs somebody out everywhere; they come in again as before. */
export function EndSessions({ member: { id } }: OfMember) {
  const { say } = useTongue()
  const { busy, refusal, run } = useDoing()
  return (
    <Section title={say('member.sessions')} note={say('member.sessions.note')}>
      <Button
        className="button"
        isDisabled={busy}
        onPress={() => void run(() => act(`/members/${id}/sessions/ended`, {}))}
      >
        {say('member.sessions.end')}
      </Button>
      <RefusalNote refusal={refusal} />
    </Section>
  )
}

/** Ends a membership for good: ticked first, then done. */
export function EndMembership({ member: { id, name } }: OfMember) {
  const { say } = useTongue()
  const { busy, refusal, run } = useDoing()
  const [sure, setSure] = useState(false)
  const end = async () => {
    await run(() => act(`/members/${id}/disabled`, {}))
  }
  return (
    <Section title={say('member.end')} note={say('member.end.note')}>
      <DecisionForm
        title={say('member.end')}
        does={say('member.end.do')}
        busy={busy || !sure}
        refusal={refusal}
        onDecide={end}
      >
        <Tick on={sure} onChange={setSure} isDisabled={busy}>
          {say('member.end.sure', { name })}
        </Tick>
      </DecisionForm>
    </Section>
  )
}
