import { Input, Label, SearchField } from 'react-aria-components'
import styles from '../styles/form.module.css'

interface FindFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Narrows a list while one types. */
export function FindField({ label, value, onChange }: FindFieldProps) {
  return (
    <SearchField className={styles.find ?? ''} value={value} onChange={onChange}>
      <Label>{label}</Label>
      <Input dir="auto" />
    </SearchField>
  )
}
