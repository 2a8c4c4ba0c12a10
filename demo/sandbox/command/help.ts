/** The port without `--port` and `PORT`. */
export const DEFAULT_PORT = '8788';

export const COMMAND_HELP = `Usage: liveops-elements <command> [options]

Commands:
  sandbox        a LiveOps server on this machine, to build and test against

Options:
  -h, --help     show this help, or with a command its own
  -v, --version  show the version`;

export const SANDBOX_HELP = `Usage: liveops-elements sandbox [options]

Serves the player calls of clans and reward chains on 127.0.0.1, with a state of
its own, until it is interrupted. Prints its address in the first line.

Options:
  --port <number>  port to listen on, 0 for a free one (default: PORT, or ${DEFAULT_PORT})
  --seed <file>    start from this JSON file instead of project 44056
  -h, --help       show this help`;
