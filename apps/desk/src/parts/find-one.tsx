import { use, type ReactNode } from 'react'
import {
  Button,
  ComboBox,
  ComboBoxStateContext,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'
import { useTongue } from '../locale.tsx'
import styles from '../styles/form.module.css'
import type { Option } from './choice.tsx'

interface FindOneProps {
  readonly label: string
  readonly options: readonly Option[]
  readonly chosen: string | null
  readonly choose: (id: string | null) => void
  /** What stands against the choice. */
  readonly fault?: ReactNode
}

/** One of many, found by typing some letters of it. */
export function FindOne({ label, options, chosen, choose, fault = null }: FindOneProps) {
  const { say } = useTongue()
  return (
    <ComboBox
      className={styles.findOne ?? ''}
      defaultItems={options}
      value={chosen}
      onChange={(key) => choose(key === null ? null : String(key))}
      menuTrigger="focus"
      isInvalid={fault !== null}
    >
      <Label>{label}</Label>
      <div className={styles.findOneBox}>
        <Letters />
        <Button className={styles.findOneButton ?? ''} aria-label={say('desk.ask.open-list', { label })}>
          <svg viewBox="0 0 12 8" aria-hidden="true">
            <path d="M1 1.5l5 5 5-5" fill="none" stroke="currentColor" strokeWidth="1.6" />
          </svg>
        </Button>
      </div>
      {fault === null ? null : (
        <Text slot="errorMessage" className={styles.fault ?? ''}>
          {fault}
        </Text>
      )}
      <Popover className={styles.popover ?? ''}>
        <ListBox<Option>>
          {(option) => (
            <ListBoxItem className={styles.option ?? ''} id={option.id} textValue={option.name}>
              {option.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** Where the letters are typed. A press opens the list again when a movement of the page has closed it: the focus, which opened it, is still there. */
function Letters() {
  const state = use(ComboBoxStateContext)
  return <Input dir="auto" onClick={() => state?.open(null, 'manual')} />
}
