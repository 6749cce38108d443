// Runs a program in the network namespace that it finds itself in, which has nothing but itself, and lets whoever drives the program reach
// one port of it by a socket in the file system, which belongs to no network: node without-network.mjs <socket> <port> <program> …
import { spawn, spawnSync } from 'node:child_process';
import { connect, createServer } from 'node:net';

const [, , socket, port, program, ...args] = process.argv;
if (spawnSync('ip', ['link', 'set', 'lo', 'up']).status !== 0)
  throw new Error('There is no way to the machine itself.');
createServer((outside) => {
  const inside = connect(Number(port), '127.0.0.1');
  for (const [from, to] of [
    [outside, inside],
    [inside, outside],
  ])
    from.pipe(to).on('error', () => from.destroy());
}).listen(socket);
const child = spawn(program, args, { stdio: 'inherit' });
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
