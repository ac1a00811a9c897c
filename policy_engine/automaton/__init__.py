"""Stage 3: a chart becomes an automaton: the SCXML kernel, the compiler and the table."""
