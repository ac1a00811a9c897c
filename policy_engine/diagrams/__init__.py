"""What is printed and drawn from a policy: posters, cards, role-plays, walk-throughs, handbooks and forms."""
