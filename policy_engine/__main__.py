"""`python -m policy_engine`: the command line, where `policy-engine` itself is not on the path."""

import sys

from policy_engine.cli.main import main

sys.exit(main())
