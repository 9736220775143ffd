import type { ListPreview } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'

/** What kind of file it is, and how its letters and cells were told apart. */
export function FormText({ form }: { readonly form: ListPreview['form'] }) {
  const { say } = useTongue()
  if (form.kind === 'xlsx') return <>{say('desk.receive.form.xlsx', { sheet: form.sheet })}</>
  const { encoding, delimiter } = form
  const name = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
  return (
    <>
      {say('desk.receive.form.csv', {
        encoding: encoding.encoding.toUpperCase(),
        delimiter: say(`desk.receive.delimiter.${name[delimiter]}`),
      })}
      {encoding.by === 'guess' ? <> {say('desk.receive.form.guess')}</> : null}
    </>
  )
}
