import type { SourceRef, SourceView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from './data-table.tsx'
import { InWords } from './in-words.tsx'
import { SourceLink } from './links.tsx'

type Link = SourceView['links'][number]

/** On whom a source depends and who depends on it, and what a person decided where that is for a person. */
export function OriginLinks({ links }: { readonly links: readonly Link[] }) {
  const { say } = useTongue()
  const columns: readonly Column<Link>[] = [
    { name: 'from', head: say('desk.link.from'), cell: (link) => <Named source={link.fromSource} /> },
    { name: 'kind', head: say('desk.link.kind'), cell: (link) => say(`link.${link.kind}`) },
    { name: 'to', head: say('desk.link.to'), cell: (link) => <Named source={link.toSource} /> },
    { name: 'decision', head: say('desk.link.decision'), cell: (link) => say(`decision.${link.decision}`) },
    { name: 'reason', head: say('desk.link.reason'), look: 'main', cell: (link) => <bdi>{link.reason}</bdi> },
  ]
  return (
    <DataTable
      label={say('desk.source.links')}
      columns={columns}
      rows={links}
      keyOf={(link) => `${link.from}/${link.to}/${link.kind}`}
    />
  )
}

function Named({ source }: { readonly source: SourceRef }) {
  return (
    <>
      <SourceLink source={source} /> <InWords words={source.title} />
    </>
  )
}
