"""Role-plays from scenarios: a sheet each for the caller, the agent, the observer and the facilitator."""
