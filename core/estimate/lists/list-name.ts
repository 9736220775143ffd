/** Letters of any script, marks and digits, with spaces and a few signs between; no sign that parts cells or joins names (“A+B”). */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._'’()/&-]{0,79}$/u

/** Whether a list of a table of counts can be called so: as people call it (“Hospital records”), 80 characters at most. */
export function isListName(name: string): boolean {
  return NAME.test(name) && name.trim() === name
}
