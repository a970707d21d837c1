/** Whatever is said in a scene calls people by their names. */
import { type Calling, callingByName, type Directory, withNames } from "../people/index.js";
import type { Scene } from "../request/scene.js";
import type { Answer } from "../shared/answer.js";

export interface SceneCalling {
  /** The names are looked up while the answer is made. */
  begin(): void;
  of(scene: Scene): Promise<Calling>;
  /** What comes of the work, be it an answer or a refusal, with names in it. */
  said(scene: Scene, work: () => Promise<Answer>): Promise<Answer>;
}

/** Names come from the directory, which keeps them for a minute. */
export function openCalling(directory: Pick<Directory, "everyone">): SceneCalling {
  const of = async (scene: Scene) => callingByName(scene, await directory.everyone());
  return {
    begin: () => void directory.everyone(),
    of,
    async said(scene, work) {
      const made = await withNames(() => of(scene), work);
      return (await of(scene)).answer(made);
    },
  };
}

/** A card that others read has nothing to press. */
export const withoutChats = ({ chats: _, ...card }: Answer): Answer => card as Answer;
