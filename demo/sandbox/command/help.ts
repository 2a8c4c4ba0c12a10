/** The port without `--port` and `PORT`. */
export const DEFAULT_PORT = '8788';

export const COMMAND_HELP = `Usage: liveops-elements <command> [options]

Commands:
  sandbox        a LiveOps server on this machine, to build and test against
  pull           write the settings of a project to a file
  plan           show how a file differs from its project
  apply          make the project as the file says

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

export const PROJECT_HELP = `Usage: liveops-elements pull|plan|apply [file] [options]

The settings of one project as a YAML or JSON file (default: liveops.yaml):
value points, reward, daily and offer chains, bonuses, discounts, coupons, promo
codes, unique offers, rules, the upsell and, with --merchant, coupon campaigns
and promotions of the Subscriptions API. Ids that the server gives are kept in
<file>.lock.json.

Works on a running sandbox or, if XSOLLA_API_KEY is set, on Xsolla. apply stops
at the first failure and can be run again.

Options:
  --sandbox            use the sandbox, even if XSOLLA_API_KEY is set
  --port <number>      port of the sandbox (default: PORT, or ${DEFAULT_PORT})
  --project <id>       the project (default: XSOLLA_PROJECT_ID, or 44056)
  --merchant <id>      its company (default: XSOLLA_MERCHANT_ID)
  --api-version <v>    v2 for projects that need the old calls (default: v3)
  --prune              plan, apply: delete what is not in the file's groups
  --check              plan: exit with 1 if anything differs
  --json               print JSON
  -h, --help           show this help`;
