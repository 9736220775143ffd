import { Button } from 'react-aria-components'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'

/** Opens the report to everybody, once nothing stands against it. */
export function Publish({ report }: { readonly report: string }) {
  const { say } = useTongue()
  const { run, busy, refusal } = useAct()
  if (!useMay('publish')) return null
  return (
    <>
      <p>{say('release.publish.note')}</p>
      <Button className="button" isDisabled={busy} onPress={() => void run(`/reports/${report}/publication`)}>
        {say('release.publish')}
      </Button>
      <RefusalNote refusal={refusal} />
    </>
  )
}
