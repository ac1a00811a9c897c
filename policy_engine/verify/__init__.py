"""What holds in every course that a session of a policy can take, and a shortest course where it does not."""
