const REFUSED =
  'script, style, link, meta, base, iframe, object, embed, form, foreignObject, animate, set, animateTransform'
const ADDRESSES = ['href', 'xlink:href', 'src', 'srcset', 'action', 'formaction', 'poster', 'data', 'ping']
/** Within the page, an address of our own, or one of the web. */
const LEADS_SOMEWHERE = /^(#|\/(?!\/)|https?:\/\/)/i

/** Takes out of parsed markup whatever could run, load or restyle: elements, handlers, and addresses that are none of the web or our own. */
export function leaveOutWhatRuns(parsed: Document): void {
  for (const element of parsed.querySelectorAll(REFUSED)) element.remove()
  for (const element of parsed.querySelectorAll('*')) clean(element)
}

function clean(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const leadsAstray = ADDRESSES.includes(name.toLowerCase()) && !LEADS_SOMEWHERE.test(value)
    if (leadsAstray || name.startsWith('on') || name === 'style') element.removeAttribute(name)
  }
}
