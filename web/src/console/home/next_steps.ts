import type { Campaign, CardSet } from '../wire.ts';

export type StepKind =
  | 'answer_inbox'
  | 'fill_set'
  | 'release_set'
  | 'release_changes'
  | 'make_campaign'
  | 'invite'
  | 'too_many_new';

/** One thing worth doing now, with where it is done. */
export interface Step {
  kind: StepKind;
  title: string;
  href: string;
}

const order: StepKind[] = [
  'invite',
  'release_changes',
  'answer_inbox',
  'too_many_new',
  'release_set',
  'make_campaign',
  'fill_set',
];

/** What is left undone, what stands closest to learners first; `waiting` is how the inbox says it. */
export function nextSteps(sets: CardSet[], campaigns: Campaign[], waiting = ''): Step[] {
  const open = campaigns.filter((campaign) => campaign.phase !== 'ended');
  const used = new Set(campaigns.flatMap((campaign) => campaign.card_sets.map((set) => set.id)));
  const inbox: Step = { kind: 'answer_inbox', title: waiting, href: '/inbox' };
  const steps = [
    ...(waiting ? [inbox] : []),
    ...sets.flatMap((set) => stepFor(set, used.has(set.id))),
    ...open.flatMap(stepForCampaign),
  ];
  return steps.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function stepFor(set: CardSet, used: boolean): Step[] {
  const here = { title: set.title };
  if (set.live_release === null) {
    if (set.cards === 0) return [{ ...here, kind: 'fill_set', href: `/sets/${set.id}/upload` }];
    return [{ ...here, kind: 'release_set', href: `/sets/${set.id}/changes` }];
  }
  const steps: Step[] = [];
  if (set.changed_since_release) {
    steps.push({ ...here, kind: 'release_changes', href: `/sets/${set.id}/changes` });
  }
  if (!used) steps.push({ ...here, kind: 'make_campaign', href: `/campaigns/new?set=${set.id}` });
  return steps;
}

function stepForCampaign(campaign: Campaign): Step[] {
  const here = { title: campaign.title };
  if (campaign.enrolled === 0) {
    return [{ ...here, kind: 'invite', href: `/campaigns/${campaign.id}/invite` }];
  }
  if (campaign.new_cards_fit) return [];
  return [{ ...here, kind: 'too_many_new', href: `/campaigns/${campaign.id}` }];
}
