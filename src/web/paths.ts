/** A path on this site and nowhere else (`//elsewhere` and `/\elsewhere` would leave it); `otherwise` when it is none. */
export function safePath(text: string, otherwise = '/'): string {
  return /^\/(?![/\\])[\w\-./]*$/.test(text) ? text : otherwise;
}
