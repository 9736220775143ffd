import { printNumber, printRange, type Quantity, type Range } from '@corroborate/base'
import { useTongue } from '../locale.tsx'
import { Term } from './term.tsx'

/** One number with the digits and the grouping of the reader's language. */
export function Num({ value }: { readonly value: number }) {
  const { locale } = useTongue()
  return <bdi className="number">{printNumber(locale, value)}</bdi>
}

/** An interval in words, "5,000 to 13,000"; one number when both ends are the same. */
export function RangeText({ range }: { readonly range: Range }) {
  const { locale } = useTongue()
  return <bdi className="number">{printRange(locale, range)}</bdi>
}

/** How many, as a source said it: the bounds, and what is counted. */
export function QuantityText({ quantity }: { readonly quantity: Quantity }) {
  return (
    <span>
      <RangeText range={quantity} /> <Term of="unit" word={quantity.unit} />
    </span>
  )
}
