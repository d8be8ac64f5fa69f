// Runs bench_write on both databases.
import { Bench, tell } from "./bench.mjs";

const bench = await Bench.open();
try {
  const rows = [];
  for (const [engine, place] of [["SQLite", bench.file("write.db")], ["PostgreSQL", process.env.RIALTO_POSTGRES]]) {
    for (const told of await bench.figures("write", place)) {
      const what = `${engine}, ${told.writers} ${told.writers === 1 ? "writer" : "writers"}`;
      const rates = `${Math.round(told.door)} / ${Math.round(told.bare)} replies a second`;
      rows.push({ what, ...told, asked: 0.8, line: `${what.padEnd(24)} ${told.ratio.toFixed(2)} × the bare database (asked: 0.80)   ${rates}` });
    }
  }
  await tell("write", rows);
} finally {
  await bench.close();
}
