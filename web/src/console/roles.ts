import type { Role } from '../api/types.ts';

/** Every role, in the order in which they are offered. */
export const roles: Role[] = ['learner', 'trainer', 'manager', 'admin'];
