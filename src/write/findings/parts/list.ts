/** Joins the items of a JSON array that is written piece by piece: the comma stands before every item but the first. */
export function createJoiner(indent: string): (items: readonly unknown[]) => string {
  let first = true
  return (items) =>
    items
      .map((item) => {
        const comma = first ? '' : ','
        first = false
        return `${comma}\n${indent}${JSON.stringify(item)}`
      })
      .join('')
}
