"""What `policy-engine test` does and shows."""
