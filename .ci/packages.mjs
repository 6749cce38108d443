// Programs on the machine's path, and Debian's packages of them.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The paths where a program of this name could be.
 *
 * @param {string} name
 */
export function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
}

/**
 * The first of these paths that is a program. Null when there is none.
 *
 * @param {readonly (string | undefined)[]} candidates
 * @returns {string | null}
 */
export function firstProgram(candidates) {
  return candidates.find((path) => path && isExecutable(path)) ?? null;
}

/** Whether this machine takes Debian's packages. */
export function hasPackages() {
  return firstProgram(onPath('apt-get')) !== null;
}

let isUpdated = false;

/**
 * Installs packages, as far as that can be done; whether it was is for the caller to see.
 *
 * @param {readonly string[]} packages
 * @param {boolean} mayAsk whether a password may be asked for
 */
export function install(packages, mayAsk) {
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? [] : mayAsk ? ['sudo'] : ['sudo', '-n'];
  const commands = [['install', '-y', '-q', '--no-install-recommends', ...packages]];
  if (!isUpdated) commands.unshift(['update', '-q']);
  isUpdated = true;
  for (const args of commands) {
    const [command, ...rest] = [...sudo, 'apt-get', ...args];
    spawnSync(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
