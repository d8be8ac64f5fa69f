// A second server on the data of a site, in a process of its own. With `--cache 0` it makes every page anew: what the
// site itself answers is held against it. On SQLite its data folder holds a link to the site's database.
import { mkdtemp, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { engine, Site } from "./site.mjs";

export async function second_server(site, ...flags) {
  const second = new Site();
  second.data = await mkdtemp(path.join(tmpdir(), "rialto-second-"));
  if (engine === "postgres") second.database = { place: site.database.place, drop: async () => {} };
  else await symlink(path.join(site.data, "rialto.db"), path.join(second.data, "rialto.db"));
  await second.start(flags);
  return second;
}
