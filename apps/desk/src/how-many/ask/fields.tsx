import type { ReactNode } from 'react'
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import { directionOf, LOCALES, type Locale, type Refusal } from '@corroborate/base'
import { useTongue } from '../../locale.tsx'
import styles from '../../styles/ask.module.css'
import { RefusalText } from '../refusal.tsx'
import type { DraftWords } from './draft.ts'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly help?: ReactNode
  readonly fault?: Refusal | undefined
  readonly lines?: number
  readonly look?: 'wide' | 'short' | 'table' | 'number'
  readonly language?: Locale
}

/** One thing to type; what stands against it is said beneath it and to a screen reader with it. */
export function Field({ label, value, onChange, help, fault, lines, look = 'wide', language }: FieldProps) {
  const written = language === undefined ? { dir: 'auto' } : { lang: language, dir: directionOf(language) }
  return (
    <TextField
      className={styles.field ?? ''}
      data-look={look}
      value={value}
      onChange={onChange}
      isInvalid={fault !== undefined}
    >
      <Label>{label}</Label>
      {lines === undefined ? <Input {...written} /> : <TextArea {...written} rows={lines} />}
      {help === undefined ? null : (
        <Text slot="description" className={styles.help ?? ''}>
          {help}
        </Text>
      )}
      {fault === undefined ? null : (
        <Text slot="errorMessage" className={styles.fault ?? ''}>
          <RefusalText refusal={fault} />
        </Text>
      )}
    </TextField>
  )
}

interface WordsFieldProps {
  readonly label: string
  readonly value: DraftWords
  readonly onChange: (value: DraftWords) => void
  readonly help?: ReactNode
  readonly fault?: Refusal | undefined
  readonly lines?: number
  readonly look?: 'wide' | 'short'
}

/** The same words in the reader's language, and beneath them in the other, which may stay empty. */
export function WordsField({ label, value, onChange, help, fault, ...look }: WordsFieldProps) {
  const { locale, say } = useTongue()
  const other = LOCALES.find((one) => one !== locale) ?? 'en'
  return (
    <div className={styles.pair}>
      <Field
        {...look}
        {...{ label, help, fault }}
        language={locale}
        value={value[locale]}
        onChange={(text) => onChange({ ...value, [locale]: text })}
      />
      <Field
        {...look}
        label={say(`desk.ask.in.${other}`, { label })}
        language={other}
        value={value[other]}
        onChange={(text) => onChange({ ...value, [other]: text })}
      />
    </div>
  )
}

/** Fields that belong together, under one heading; what stands against all of them is said at its head. */
export function FieldGroup({
  title,
  note,
  fault,
  children,
}: {
  readonly title: string
  readonly note?: ReactNode
  readonly fault?: Refusal | undefined
  readonly children: ReactNode
}) {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {note === undefined ? null : <p className={styles.help}>{note}</p>}
      <div role="alert">
        {fault === undefined ? null : (
          <p className={styles.fault}>
            <RefusalText refusal={fault} />
          </p>
        )}
      </div>
      {children}
    </fieldset>
  )
}
