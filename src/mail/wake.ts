type Listener = () => void;

const listeners = new Set<Listener>();

/** Says that there may be mail to send. It is sent as soon as the transaction that holds it has ended. */
export function wakeMail(): void {
  for (const listener of listeners) listener();
}

/** Calls the listener at each wake. Returns what ends that. */
export function onWakeMail(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
