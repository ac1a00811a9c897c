"""What an author's tools do to a policy's text: findings are mended, files are laid out, policies begun."""
