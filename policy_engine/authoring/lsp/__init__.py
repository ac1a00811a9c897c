"""A language server: what an editor shows of a policy or its scenarios while they are being written."""
