import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { wordsIn } from '@corroborate/base'
import type { ExhibitFileView, ExhibitView } from '@corroborate/server/api'
import { ChooseFile } from '../exhibits/choose-file.tsx'
import { CustodyForm } from '../exhibits/custody-form.tsx'
import { CustodyTable } from '../exhibits/custody-table.tsx'
import { Fixity } from '../exhibits/fixity.tsx'
import { exhibitOf } from '../exhibits/queries.ts'
import { NAME_OF_SEALED } from '../exhibits/sealed-file-said.ts'
import { WorkingCopyForm } from '../exhibits/working-copy-form.tsx'
import { useMay } from '../parts/may.ts'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { Facts } from '../parts/facts.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { Page, Section } from '../parts/page.tsx'
import { Pending } from '../parts/problem.tsx'
import styles from '../styles/exhibits.module.css'

/** With all that opens and seals, which the rest of the screen does not wait for. */
const ExhibitSealing = lazy(() =>
  import('../exhibits/exhibit-sealing.tsx').then((part) => ({ default: part.ExhibitSealing })),
)

const route = getRouteApi('/i/$investigation/exhibits/$exhibit')

/** One exhibit: what came and what was made from it, who had it, and what was found each time that it was read again. */
export function Exhibit() {
  const { say, locale } = useTongue()
  const { investigation, exhibit: id } = route.useParams()
  const { data: view } = useSuspenseQuery(exhibitOf(investigation, id))
  const mayRecord = useMay('record-custody')
  const { exhibit, files, custody, checks } = view
  const evidentiary = files.find(({ made }) => made === null)
  return (
    <Page
      name={`${exhibit.code} · ${wordsIn(locale, exhibit.title)}`}
      kicker={
        <>
          {say('desk.exhibits')} · <Code>{exhibit.code}</Code> · {say(`generation.${exhibit.generation}`)}
        </>
      }
      heading={<InWords words={exhibit.title} />}
    >
      <About view={view} />
      {evidentiary === undefined ? null : (
        <Suspense fallback={<Pending />}>
          <ExhibitSealing exhibit={exhibit.id} file={evidentiary.id} />
        </Suspense>
      )}
      <Section title={say('desk.exhibit.files')} note={say('desk.exhibit.files.note')}>
        {files.map((file) => (
          <OneFile key={file.id} file={file} files={files} />
        ))}
      </Section>
      <AddWorkingCopy view={view} />
      <Section title={say('desk.exhibit.custody')} note={say('desk.exhibit.custody.note')}>
        <CustodyTable custody={custody} />
        {mayRecord ? <CustodyForm exhibit={exhibit.id} /> : null}
      </Section>
      <Section title={say('desk.exhibit.checks')} note={say('desk.exhibit.checks.note')}>
        {checks.length === 0 ? <p>{say('desk.exhibit.fixity.not-checked')}</p> : null}
        <ul>
          {checks.map(({ at, whole }) => (
            <li key={at}>
              <MomentText time={at} />{' '}
              <span className={whole ? undefined : styles.wrong}>
                {say(whole ? 'desk.exhibit.fixity.whole' : 'desk.exhibit.checks.not-whole')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

/** Begins anew with each copy that was linked. What was made from a sealed file would lie here in clear: such a file is not offered. */
function AddWorkingCopy({ view: { exhibit, files } }: { readonly view: ExhibitView }) {
  const { say } = useTongue()
  const [linked, setLinked] = useState(0)
  const [first, ...others] = files.filter(({ name }) => name !== NAME_OF_SEALED)
  if (!useMay('link-copies') || first === undefined) return null
  return (
    <Section title={say('desk.working.add')} note={say('desk.working.add.note')}>
      <ChooseFile key={linked} sealing={null}>
        {(ready) => (
          <WorkingCopyForm
            key={ready.digests.sha256}
            ready={ready}
            exhibit={exhibit.id}
            files={[first, ...others]}
            onLinked={() => setLinked(linked + 1)}
          />
        )}
      </ChooseFile>
    </Section>
  )
}

function About({ view: { exhibit, source } }: { readonly view: ExhibitView }) {
  const { say } = useTongue()
  const { whereabouts } = exhibit
  return (
    <Facts
      facts={[
        { name: say('desk.exhibit.generation'), value: say(`generation.${exhibit.generation}`) },
        {
          name: say('desk.exhibit.whereabouts'),
          value: whereabouts === null ? null : <bdi>{whereabouts}</bdi>,
        },
        { name: say('desk.sources'), value: source === null ? null : <InWords words={source.title} /> },
      ]}
    />
  )
}

function OneFile({
  file,
  files,
}: {
  readonly file: ExhibitFileView
  readonly files: readonly ExhibitFileView[]
}) {
  const { say } = useTongue()
  const { made, fixity } = file
  const from = made === null ? undefined : files.find(({ id }) => id === made.from)
  return (
    <article className={styles.file} aria-label={file.name}>
      <h3>
        {say(made === null ? 'desk.exhibit.evidentiary' : 'desk.exhibit.working')} · <bdi>{file.name}</bdi>
      </h3>
      {fixity.kind === 'missing' || fixity.kind === 'altered' ? (
        <p className={styles.altered} role="alert">
          {say(`exhibit.fault.${fixity.kind}`, fixity.named)}
        </p>
      ) : null}
      <Facts
        facts={[
          { name: say('desk.lists.size'), value: say('desk.lists.bytes', { bytes: file.bytes }) },
          { name: 'SHA-256', value: <Digest of={file.sha256} /> },
          { name: 'SHA-512', value: <Digest of={file.sha512} /> },
          {
            name: say('desk.exhibit.made'),
            value:
              made === null ? null : (
                <bdi>{`${made.tool} ${made.toolVersion}: ${made.changes} (${from?.name ?? ''})`}</bdi>
              ),
          },
          {
            name: say('desk.lists.received'),
            value: (
              <>
                <bdi>{file.receivedBy}</bdi> <MomentText time={file.receivedAt} />
              </>
            ),
          },
          { name: say('desk.exhibit.fixity'), value: <Fixity state={fixity} /> },
        ]}
      />
      {fixity.kind === 'missing' || fixity.kind === 'altered' ? null : <Opening file={file} />}
    </article>
  )
}

function Digest({ of }: { readonly of: string }) {
  return (
    <span className={styles.digest}>
      <Code>{of}</Code>
    </span>
  )
}

/** A form of the browser's own: the file goes from the server to the disk, however long it is, and never through the page. */
function Opening({ file }: { readonly file: ExhibitFileView }) {
  const { say } = useTongue()
  const { investigation } = route.useParams()
  return (
    <form method="post" action={`/api/investigations/${investigation}/exhibit-files/${file.id}/opening`}>
      <input type="hidden" name="reason" value={say('desk.exhibit.open.reason')} />
      <button type="submit" className="button">
        {say('desk.exhibit.open')}
      </button>
      <span>{say('desk.exhibit.open.note')}</span>
    </form>
  )
}
