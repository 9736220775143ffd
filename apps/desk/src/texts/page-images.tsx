import { useEffect, useRef, useState, type RefObject } from 'react'
import { Button } from 'react-aria-components'
import { drawPdfPage, type ReadText } from '@corroborate/interchange'
import { useTongue } from '../locale.tsx'
import styles from '../styles/texts.module.css'

interface PageImagesProps {
  readonly file: File
  readonly text: ReadText
}

/** Beside what was read of a PDF the page as it is printed: open at once where letters may have come out in another order, at a press elsewhere. */
export function PageImages({ file, text }: PageImagesProps) {
  const { say } = useTongue()
  const [open, setOpen] = useState(text.compare.length > 0)
  return (
    <div className={styles.pageImages}>
      <Button className="button" aria-expanded={open} onPress={() => setOpen(!open)}>
        {say('desk.texts.page.compare')}
      </Button>
      {open ? <Compared {...{ file, text }} /> : null}
    </div>
  )
}

/** Sharp enough to tell the dots of Arabic letters apart. */
const PIXELS = 1_100

function Compared({ file, text }: PageImagesProps) {
  const { say } = useTongue()
  const [page, turnTo] = useState(text.compare[0] ?? 1)
  const canvas = useRef<HTMLCanvasElement | null>(null)
  const drawn = useDrawn(file, page, canvas)
  const pages = drawn?.pages ?? page
  return (
    <>
      <p className={styles.progress}>
        <Button className="button" isDisabled={page <= 1} onPress={() => turnTo(page - 1)}>
          {say('desk.texts.page.before')}
        </Button>
        <span role="status">{say('desk.texts.page.nth', { page, pages })}</span>
        <Button className="button" isDisabled={page >= pages} onPress={() => turnTo(page + 1)}>
          {say('desk.texts.page.next')}
        </Button>
      </p>
      <div className={styles.besides}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={say('desk.texts.page.image', { page })}
          data-drawn={drawn?.page === page}
        />
        <WordsOf {...{ text, page }} />
      </div>
      {drawn?.pages === null ? <p role="alert">{say('desk.texts.page.broken')}</p> : null}
      <p className={styles.kinds}>{say('desk.texts.page.lost')}</p>
    </>
  )
}

/** Which page stands on the canvas, and of how many; no number where it could not be drawn. */
interface Drawn {
  readonly page: number
  readonly pages: number | null
}

function useDrawn(file: File, page: number, canvas: RefObject<HTMLCanvasElement | null>): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  useEffect(() => {
    let wanted = true
    void pagesDrawn(file, page).then((answer) => {
      if (!wanted) return
      const shown = canvas.current
      if (answer !== null && shown !== null) {
        shown.width = answer.image.width
        shown.height = answer.image.height
        shown.getContext('2d')?.drawImage(answer.image, 0, 0)
      }
      setDrawn({ page, pages: answer?.pages ?? null })
    })
    return () => {
      wanted = false
    }
  }, [file, page, canvas])
  return drawn
}

/** Drawn aside and shown when it is whole: whoever leafs on would else see two pages in one. */
async function pagesDrawn(file: File, page: number) {
  const image = document.createElement('canvas')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const answer = await drawPdfPage(bytes, { page, canvas: image, width: PIXELS }).catch(() => null)
  return answer?.ok === true ? { image, pages: answer.pages } : null
}

function WordsOf({ text, page }: { readonly text: ReadText; readonly page: number }) {
  const { say } = useTongue()
  const turns = text.turns.filter((turn) => turn.page === page)
  return (
    <section aria-label={say('desk.texts.page.words')}>
      <p className={styles.kinds}>{say('desk.texts.page.words')}</p>
      {turns.length === 0 ? <p>{say('desk.texts.page.none')}</p> : null}
      {turns.map(({ direction, pieces }, at) => (
        <p key={at} dir={direction}>
          {pieces.map(({ words }) => words).join(' ')}
        </p>
      ))}
    </section>
  )
}
