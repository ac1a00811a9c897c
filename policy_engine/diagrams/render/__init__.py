"""Scenes written down: SVG, PDF, PNG, PowerPoint and draw.io. A renderer places what it is given."""
