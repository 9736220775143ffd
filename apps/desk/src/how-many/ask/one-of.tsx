import type { Refusal } from '@corroborate/base'
import { Choice } from '../../parts/choice.tsx'
import { RefusalText } from '../refusal.tsx'

interface OneOfProps<Id extends string> {
  readonly label: string
  readonly options: readonly { readonly id: Id; readonly name: string }[]
  readonly chosen: Id | null
  readonly choose: (id: Id) => void
  readonly fault?: Refusal | undefined
}

/** One of a few ways; nothing but what is offered can be chosen. */
export function OneOf<Id extends string>({ label, options, chosen, choose, fault }: OneOfProps<Id>) {
  return (
    <Choice
      {...{ label, options }}
      chosen={chosen ?? ''}
      choose={(id) => {
        const option = options.find((one) => one.id === id)
        if (option !== undefined) choose(option.id)
      }}
      {...(fault === undefined ? {} : { fault: <RefusalText refusal={fault} /> })}
    />
  )
}
