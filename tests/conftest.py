"""What holds for all tests."""

from hypothesis import settings

# No test asserts a time: a busy machine is no mistake of ours.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")
