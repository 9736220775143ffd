import { IDENTITY_KEY, type Recipient } from '@corroborate/vault/sealing'
import { useTongue } from '../locale.tsx'
import type { Circle } from './circle.ts'

interface RecipientNamesProps {
  readonly circle: Circle
  readonly recipients: readonly Pick<Recipient, 'name'>[]
}

/** To whom something is sealed, by name. */
export function RecipientNames({ circle, recipients }: RecipientNamesProps) {
  const { say } = useTongue()
  const nameOf = (id: string) =>
    id === IDENTITY_KEY
      ? say('seal.identity-key')
      : (circle.people.find(({ member }) => member === id)?.name ?? id)
  return <bdi>{recipients.map(({ name }) => nameOf(name)).join(say('desk.list.comma'))}</bdi>
}
