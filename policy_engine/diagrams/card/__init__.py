"""The pocket card: two sides that are taped to a monitor or carried along."""
