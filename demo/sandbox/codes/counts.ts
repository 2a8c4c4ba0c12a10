/** Numbers by a thing and a player. */
export class Counts {
  readonly #counts = new Map<string, ReadonlyMap<string, number>>();

  copy(): Counts {
    const copy = new Counts();
    for (const [thing, counts] of this.#counts) copy.#counts.set(thing, counts);
    return copy;
  }

  of(thing: string): ReadonlyMap<string, number> {
    return this.#counts.get(thing) ?? new Map<string, number>();
  }

  total(thing: string): number {
    return [...this.of(thing).values()].reduce((sum, count) => sum + count, 0);
  }

  add(thing: string, user: string, more: number): void {
    this.set(thing, user, (this.of(thing).get(user) ?? 0) + more);
  }

  set(thing: string, user: string, count: number): void {
    this.#counts.set(thing, new Map([...this.of(thing), [user, count]]));
  }

  clear(thing: string): void {
    this.#counts.delete(thing);
  }
}
