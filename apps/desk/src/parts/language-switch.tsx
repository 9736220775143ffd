import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { LOCALES } from '@corroborate/base'
import { useTongue } from '../locale.tsx'
import styles from '../styles/frame.module.css'

const NAMES = { en: 'English', ar: 'العربية' } as const

/** Each language by its own name. The address does not change: it is the same screen in other words. */
export function LanguageSwitch() {
  const { locale, choose, say } = useTongue()
  return (
    <ToggleButtonGroup
      className={styles.languages ?? ''}
      aria-label={say('desk.language')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[locale]}
      onSelectionChange={(keys) => {
        for (const language of LOCALES) if (keys.has(language)) choose(language)
      }}
    >
      {LOCALES.map((language) => (
        <ToggleButton key={language} id={language} lang={language}>
          {NAMES[language]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
