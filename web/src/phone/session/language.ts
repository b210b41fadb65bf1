import type { Face, Language, SessionCard } from '../../api/types.ts';

/**
 * A planned card in the language of its learner, who may have chosen another since the plan was
 * made; `faces` are all that the phone has of it. The server's next plan comes to the same.
 */
export function spokenIn(
  language: Language | undefined,
  card: SessionCard,
  faces: readonly Face[] = [],
): SessionCard {
  const own = faces.filter((face) => face.language === language);
  return card.language === language || !own[0] ? card : { ...card, ...own[0], faces: own };
}
