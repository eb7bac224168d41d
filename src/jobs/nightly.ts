import { timeZone } from '../calendar/london.ts';
import type { Deps } from '../web/deps.ts';

const QUIET_HOUR = 3;

/** Runs once a night, when few families are there. Called more often than that: after a failure it runs at the next call. */
export function onceANight(run: (deps: Deps) => Promise<unknown>): (deps: Deps) => Promise<void> {
  let lastNight = '';
  return async deps => {
    const now = deps.now().toZonedDateTimeISO(timeZone);
    const night = now.toPlainDate().toString();
    if (now.hour !== QUIET_HOUR || night === lastNight) return;
    await run(deps);
    lastNight = night;
  };
}
