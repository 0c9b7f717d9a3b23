/** A copy that inherits nothing: on a page whose `Object.prototype` was extended, a field left out stays left out. */
export function bare<T extends object>(record: T): T {
  return Object.assign(Object.create(null), record) as T;
}
