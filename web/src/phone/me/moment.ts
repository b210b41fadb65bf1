import type { ReminderRhythm } from '../../api/push_types.ts';
import { t } from '../../lib/texts.svelte.ts';

/** Why reminders come when they do, in words; the habit says most where it is known. */
export function reasonOf({ usual, moment }: ReminderRhythm): string {
  if (moment?.reason === 'exploring') return t('channels:moment.exploring', { time: moment.at });
  if (usual !== null) return t('channels:moment.usual', { time: usual });
  return t(moment?.reason === 'cohort-hour' ? 'channels:moment.cohort' : 'channels:moment.unknown');
}
