import { useState } from 'react'
import { derivedId, parseId, type Locale, type Outcome, type Refusal, type Words } from '@corroborate/base'
import {
  askedIn,
  broughtWork,
  settled,
  strangeTexts,
  type Brought,
  type BroughtSource,
  type Counting,
  type QdaProject,
  type TextSaid,
} from '@corroborate/interchange'
import type { WorkTaken } from '@corroborate/server/api'
import { send } from '../acts.ts'
import { holds } from '../api.ts'
import { readProject, type ProjectFile } from './read-project.ts'

/** Whose words a text of a project holds: of a source that is here, or of a new one under a pseudonym or title. */
export interface WordsOf {
  readonly source: string
  readonly title: string
  readonly language: string
}

export const NEW_WITNESS = 'new-witness'
export const NEW_DOCUMENT = 'new-document'

/** A project on its way in: read, asked about, and taken in. */
export function useProject(investigation: string, locale: Locale) {
  const [file, setFile] = useState<ProjectFile | null>(null)
  const [answers, setAnswers] = useState<ReadonlyMap<string, number>>(new Map())
  const [said, setSaid] = useState<ReadonlyMap<string, WordsOf>>(new Map())
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [taken, setTaken] = useState<WorkTaken | null>(null)
  const doing = async <Answer>(what: () => Promise<Outcome<Answer>>, then: (answer: Answer) => void) => {
    setBusy(true)
    setTaken(null)
    const answer = await what()
    setRefusal(answer.ok ? null : answer)
    if (answer.ok) then(answer.value)
    setBusy(false)
  }
  const read = (picked: File, counting: Counting | null) =>
    doing(
      () => readProject(picked, counting),
      (project) => {
        setFile(project)
        setAnswers(new Map())
      },
    )
  const project = file === null ? null : settled(file.project, answers)
  const of = (guid: string): WordsOf => said.get(guid) ?? { source: '', title: '', language: locale }
  const takeIn = (then: () => Promise<void>) =>
    doing(
      async () => {
        if (file === null || project === null) throw new Error('there is no file to be taken in')
        const { work } = brought(project, { locale, of })
        const from = { file: file.name, sha256: file.sha256, form: 'qdpx' }
        return takenIn(await send(`/investigations/${investigation}/exchange/projects`, { from, work }))
      },
      (value) => {
        setTaken(value)
        void then()
      },
    )
  return {
    ...{ file, project, busy, refusal, taken, read, takeIn, of },
    strange: project === null ? [] : strangeTexts(project),
    asked: project === null ? [] : askedIn(project),
    warnings: project === null ? [] : brought(project, { locale, of }).warnings,
    answer: (guid: string, nth: number) => setAnswers(new Map(answers).set(guid, nth)),
    say: (guid: string, changed: Partial<WordsOf>) =>
      setSaid(new Map(said).set(guid, { ...of(guid), ...changed })),
  }
}

export type Project = ReturnType<typeof useProject>

interface Saying {
  readonly locale: Locale
  readonly of: (guid: string) => WordsOf
}

function brought(project: QdaProject, { locale, of }: Saying): Brought {
  const sources: BroughtSource[] = []
  const texts = new Map<string, TextSaid>()
  for (const { guid } of strangeTexts(project)) {
    const { source, title, language } = of(guid)
    const made = sourceToMake(guid, { source, title: inLocale(locale, title.trim()) })
    if (made !== null) sources.push(made)
    const id = made?.id ?? parseId<'source'>(source)
    if (id !== null) texts.set(guid, { source: id, language, kind: 'transcript' })
  }
  return broughtWork(project, { locale, texts, sources })
}

/** The same text makes the same source each time. Nothing is known of it yet: it is rated F6. */
function sourceToMake(
  guid: string,
  { source, title }: { readonly source: string; readonly title: Words },
): BroughtSource | null {
  if (source !== NEW_WITNESS && source !== NEW_DOCUMENT) return null
  const kind = source === NEW_WITNESS ? 'witness' : 'document'
  const about = { code: null, kind, role: 'other', title, reliability: 'F', credibility: 6 } as const
  return { id: derivedId('source', 'qda', guid), ...about }
}

function inLocale(locale: Locale, words: string): Words {
  return locale === 'en' ? { en: words } : { ar: words }
}

function takenIn(answer: Outcome<unknown>): Outcome<WorkTaken> {
  if (!answer.ok) return answer
  return holds<WorkTaken>(answer.value, ['added', 'same', 'staysOut'])
    ? { ok: true, value: answer.value }
    : { ok: false, reason: 'unreachable', detail: 'The answer cannot be read.' }
}
