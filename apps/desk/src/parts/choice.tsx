import type { ReactNode } from 'react'
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components'
import styles from '../styles/form.module.css'

/** One thing that can be chosen; an empty id stands for "all". */
export interface Option {
  readonly id: string
  readonly name: string
}

interface ChoiceProps {
  readonly label: string
  readonly options: readonly Option[]
  readonly chosen: string
  readonly choose: (id: string) => void
  /** What stands against the choice. */
  readonly fault?: ReactNode
}

/** One of a list, chosen by pointer, by key, or by typing its first letters. */
export function Choice({ label, options, chosen, choose, fault = null }: ChoiceProps) {
  return (
    <Select
      className={styles.choice ?? ''}
      value={chosen}
      onChange={(key) => choose(String(key ?? ''))}
      isInvalid={fault !== null}
    >
      <Label>{label}</Label>
      <Button className={styles.choiceButton ?? ''}>
        <SelectValue />
        <svg viewBox="0 0 12 8" aria-hidden="true">
          <path d="M1 1.5l5 5 5-5" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </Button>
      {fault === null ? null : (
        <Text slot="errorMessage" className={styles.fault ?? ''}>
          {fault}
        </Text>
      )}
      <Popover className={styles.popover ?? ''}>
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem className={styles.option ?? ''} id={option.id} textValue={option.name}>
              {option.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
