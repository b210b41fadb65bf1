/**
 * Holds the precise types of paths.ts against the loose ones that are made from the server's own
 * description: `npm run check` fails when the server renames or drops what the clients rely on.
 */
import type { paths as Written } from './paths.ts';
import type { paths as Described } from './schema.ts';

type Simple = string | number | boolean | null | undefined;

/** Where `Mine` names or types something that `Theirs` has not; never when all fits. */
type Misfit<Mine, Theirs, Where extends string> = unknown extends Theirs
  ? never
  : Mine extends Simple
    ? Mine extends Theirs
      ? never
      : Where
    : Mine extends readonly (infer One)[]
      ? NonNullable<Theirs> extends readonly (infer Other)[]
        ? Misfit<One, Other, `${Where}[]`>
        : Where
      : MisfitIn<Mine, NonNullable<Theirs>, Where>;

type MisfitIn<Mine, Theirs, Where extends string> = {
  [Name in keyof Mine & string]: Name extends keyof Theirs
    ? Misfit<Exclude<Mine[Name], undefined>, Theirs[Name], `${Where}.${Name}`>
    : string extends keyof Theirs
      ? never
      : `${Where}.${Name}`;
}[keyof Mine & string];

/** An answer may be read with more care than needed: null that never comes does no harm. */
type Filled<Type> = Type extends Simple
  ? NonNullable<Type>
  : { [Name in keyof Type]: Filled<Type[Name]> };

type Json<Message> = Message extends { content: { 'application/json': infer Body } } ? Body : never;
type Answers<Call> = Call extends { responses: infer All } ? Json<All[keyof All & (200 | 201)]> : never;
type Sent<Call> = Call extends { requestBody?: infer Body } ? Json<NonNullable<Body>> : never;
type PathOf<Call> = Call extends { parameters: { path: infer Path } } ? Path : unknown;

type CallMisfit<Mine, Theirs, Where extends string> =
  | ([Answers<Theirs>] extends [never] ? never : Misfit<Filled<Answers<Mine>>, Answers<Theirs>, Where>)
  | ([Sent<Mine>] extends [never] ? never : Misfit<Sent<Mine>, Sent<Theirs>, `${Where} body`>)
  | Misfit<PathOf<Mine>, PathOf<Theirs>, `${Where} path`>;

type PathMisfit<Path extends keyof Written & keyof Described & string> = {
  [Method in keyof Written[Path] & string]: Method extends keyof Described[Path]
    ? CallMisfit<Written[Path][Method], NonNullable<Described[Path][Method]>, `${Method} ${Path}`>
    : `${Method} ${Path}`;
}[keyof Written[Path] & string];

type Unknown = Exclude<keyof Written, keyof Described>;
type Misfits = Unknown | { [Path in keyof Written & keyof Described & string]: PathMisfit<Path> }[keyof Written &
  keyof Described &
  string];

/** Fails to compile with the names of what does not fit. */
export const misfits: [Misfits] extends [never] ? 'none' : Misfits = 'none';
