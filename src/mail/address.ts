// One address and nothing else: a list, a name or a line break could carry more recipients.
const ADDRESS = /^[^\s@,;:<>()[\]"\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\.[a-z]{2,63}$/i;

/** True for exactly one email address, of at most 254 characters. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}
