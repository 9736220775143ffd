import { printWhen, whenFrom } from '@corroborate/base'
import { useTongue } from '../locale.tsx'

/** A time as uncertain as it was said (EDTF), by the custom of the language; other text stands as it is. */
export function WhenText({ edtf }: { readonly edtf: string }) {
  const { locale } = useTongue()
  const known = whenFrom(edtf).ok
  return <bdi>{known ? printWhen(locale, edtf) : edtf}</bdi>
}

/** A moment to the second, in universal time: two readers in two places see the same. */
export function MomentText({ time }: { readonly time: string }) {
  return (
    <time dateTime={time}>
      <WhenText edtf={time.slice(0, 10)} /> <bdi className="code">{time.slice(11, 19)} UTC</bdi>
    </time>
  )
}
