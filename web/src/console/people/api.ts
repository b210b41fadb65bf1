import { answer, api } from '../../api/client.ts';
import type { Role } from '../../api/types.ts';
import { everyItem } from '../pages.ts';
import type { AddedPerson, Person, Team } from '../wire.ts';

export interface NewPerson {
  email: string;
  name: string;
  role: Role;
  team_id?: number;
}

export interface PersonChange {
  role?: Role;
  team_id?: number | null;
  active?: boolean;
  email?: string;
  mail_bounced?: false;
}

export function readPeople(): Promise<Person[]> {
  return everyItem((query) => answer(api.GET('/api/v1/people', { params: { query } })));
}

export function addPerson(body: NewPerson): Promise<AddedPerson> {
  return answer(api.POST('/api/v1/people', { body }));
}

export function changePerson(id: number, body: PersonChange): Promise<Person> {
  return answer(api.PATCH('/api/v1/people/{person_id}', { params: { path: { person_id: id } }, body }));
}

export function readTeams(): Promise<Team[]> {
  return everyItem((query) => answer(api.GET('/api/v1/teams', { params: { query } })));
}

export function addTeam(name: string): Promise<Team> {
  return answer(api.POST('/api/v1/teams', { body: { name } }));
}
