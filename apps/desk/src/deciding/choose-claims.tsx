import { Button } from 'react-aria-components'
import { wordsIn } from '@corroborate/base'
import type { ClaimRow } from '@corroborate/server/api'
import { FieldGroup } from '../how-many/ask/fields.tsx'
import { useTongue } from '../locale.tsx'
import { BasisText } from '../parts/claim-table.tsx'
import { FindOne } from '../parts/find-one.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { ClaimLink } from '../parts/links.tsx'
import inputs from '../styles/ask.module.css'

interface ChooseClaimsProps {
  readonly title: string
  readonly claims: readonly ClaimRow[]
  readonly chosen: readonly string[]
  /** Chosen elsewhere: a claim speaks for or against, and once. */
  readonly taken: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Claims, found one after the other by some letters of them. */
export function ChooseClaims({ title, claims, chosen, taken, onChange }: ChooseClaimsProps) {
  const { say, locale } = useTongue()
  const free = claims.filter(({ id }) => !chosen.includes(id) && !taken.includes(id))
  return (
    <FieldGroup title={title}>
      <ul className={inputs.lines}>
        {claims
          .filter(({ id }) => chosen.includes(id))
          .map((claim) => (
            <li key={claim.id}>
              <ClaimLink id={claim.id}>
                <Code>{claim.code}</Code>
              </ClaimLink>
              <InWords words={claim.proposition} />
              <BasisText basis={claim.basis} />
              <Button className="button" onPress={() => onChange(chosen.filter((id) => id !== claim.id))}>
                {say('work.role.drop')}
              </Button>
            </li>
          ))}
      </ul>
      <FindOne
        // A fresh field for each: what was found has gone into the list above.
        key={chosen.length}
        label={say('work.reach.add')}
        options={free.map(({ id, code, proposition }) => ({
          id,
          name: `${code} · ${wordsIn(locale, proposition)}`,
        }))}
        chosen={null}
        choose={(id) => {
          if (id !== null) onChange([...chosen, id])
        }}
      />
    </FieldGroup>
  )
}
