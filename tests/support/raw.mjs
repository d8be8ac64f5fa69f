// Bytes to the server as no browser would send them.
import net from "node:net";

// Sends each piece (a string, a Buffer, or { wait: milliseconds }) and gives all that came back until the server closed
// the connection or nothing came for `patience` milliseconds. { text, status, closed }
export async function speak(port, pieces, { patience = 1500, half_close = false } = {}) {
  const socket = net.connect({ port, host: "127.0.0.1" });
  const received = [];
  let closed = false;
  let last = Date.now();
  socket.on("data", (bytes) => {
    received.push(bytes);
    last = Date.now();
  });
  socket.on("error", () => (closed = true)); // a reset is an answer too
  socket.on("close", () => (closed = true));
  socket.on("end", () => (closed = true));
  await new Promise((resolve) => {
    socket.once("connect", resolve);
    socket.once("error", resolve);
  });
  for (const piece of pieces) {
    if (closed) break;
    if (piece.wait) await sleep(piece.wait);
    else await new Promise((resolve) => socket.write(piece, () => resolve()));
    last = Date.now();
  }
  if (half_close) socket.end();
  while (!closed && Date.now() - last < patience) await sleep(10);
  socket.destroy();
  const text = Buffer.concat(received).toString("latin1");
  return { text, closed, status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 0) };
}

export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// The statuses of the answers in what came back. A body need not end with a line break, so they stand anywhere.
export const answers_in = (text) => [...text.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map((found) => Number(found[1]));
