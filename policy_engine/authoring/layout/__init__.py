"""How a file is laid out: where its lines begin, what stands between its words, which quotes it needs."""
