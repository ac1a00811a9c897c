"""What an event, a session and a process cost, against other engines and a lower bound. Run: `make bench`."""
