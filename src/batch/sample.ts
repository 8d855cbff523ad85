/** The first of many by their paths, and how many there are. */
export class Sample<Item extends { readonly path: string }> {
  private readonly most: number
  private kept: Item[] = []
  private total = 0

  constructor(most: number) {
    this.most = most
  }

  get count(): number {
    return this.total
  }

  get first(): readonly Item[] {
    this.kept = this.kept.sort((a, b) => (a.path < b.path ? -1 : 1)).slice(0, this.most)
    return this.kept
  }

  add(item: Item): void {
    this.total++
    this.kept.push(item)
    if (this.kept.length > 2 * this.most) void this.first
  }
}
