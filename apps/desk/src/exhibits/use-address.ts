import { useEffect, useRef } from 'react'

/** Gives what is in the memory of the page an address, which ends with this part of it; null where that has gone meanwhile. */
export function useAddress(): (plain: Blob) => string | null {
  const given = useRef<{ readonly addresses: string[]; gone: boolean }>({ addresses: [], gone: false })
  useEffect(() => {
    const { current } = given
    current.gone = false
    return () => {
      current.gone = true
      for (const address of current.addresses.splice(0)) URL.revokeObjectURL(address)
    }
  }, [])
  return (plain) => {
    if (given.current.gone) return null
    const address = URL.createObjectURL(plain)
    given.current.addresses.push(address)
    return address
  }
}
