"""How much tests leave to chance: so many times what is enough for every change in `make chaos`.

A test that tries random things has the mark `chance` and multiplies what it tries by TIMES.
"""

import os

TIMES = int(os.environ.get("POLICY_ENGINE_CHANCE", "1"))
